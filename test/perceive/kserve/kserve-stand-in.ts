/**
 * A server that speaks KServe version 2 with binary tensors, and serves one model: `depth` [1, h, w] is 4 times the red of its
 * input, which is half as fine as it is given.
 */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface KserveStandIn {
  readonly url: string;
  /** Statuses of the next requests instead of answers; `bad` answers with too few bytes, `json` without the extension. */
  readonly faults: (number | 'bad' | 'json')[];
  readonly answered: () => number;
  readonly close: () => Promise<void>;
}

export async function startKserve(port = 0): Promise<KserveStandIn> {
  const faults: (number | 'bad' | 'json')[] = [];
  let answered = 0;
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    if (request.url === '/v2/models/depths') return describe(response);
    if (request.url !== '/v2/models/depths/infer') return response.writeHead(404).end();
    const fault = faults.shift();
    if (typeof fault === 'number') return response.writeHead(fault).end();
    answered += 1;
    const length = Number(request.headers['inference-header-content-length']);
    const { inputs } = JSON.parse(body.subarray(0, length).toString());
    const [, , height, width] = inputs[0].shape;
    const depths = new Float32Array((width * height) / 4);
    for (let v = 0; v < height; v += 2)
      for (let u = 0; u < width; u += 2)
        depths[(v / 2) * (width / 2) + u / 2] = 4 * body.readFloatLE(length + 4 * (v * width + u));
    infer(response, [1, height / 2, width / 2], depths, fault);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${taken}`, faults, answered: () => answered, close };
}

function describe(response: ServerResponse): void {
  response.end(
    JSON.stringify({
      name: 'depths',
      inputs: [{ name: 'image', datatype: 'FP32', shape: [-1, 3, -1, -1] }],
      outputs: [{ name: 'depth', datatype: 'FP32', shape: [-1, -1, -1] }],
    }),
  );
}

function infer(
  response: ServerResponse,
  shape: readonly number[],
  depths: Float32Array,
  fault: 'bad' | 'json' | undefined,
): void {
  if (fault === 'json') {
    response.end(JSON.stringify({ outputs: [{ name: 'depth', datatype: 'FP32', shape, data: [...depths] }] }));
    return;
  }
  const bytes = Buffer.from(depths.buffer).subarray(fault === 'bad' ? 4 : 0);
  const parameters = { binary_data_size: bytes.length };
  const json = Buffer.from(JSON.stringify({ outputs: [{ name: 'depth', datatype: 'FP32', shape, parameters }] }));
  response.setHeader('Inference-Header-Content-Length', json.length);
  response.end(Buffer.concat([json, bytes]));
}
