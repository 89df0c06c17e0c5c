/** A server of files on this machine, with ranges and entity tags, that can be told to fail. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a request instead of its answer: broken off after half of it, or refused with a status. */
export type Fault = 'cut' | { readonly status: number; readonly retryAfter?: number };

export interface ModelServer {
  readonly url: string;
  /** By path, as `/owner/name/resolve/main/model.onnx`. */
  readonly files: Map<string, Uint8Array>;
  /** Of the next requests, in order. */
  readonly faults: Fault[];
  /** What was asked: path, and range where there was one. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

export async function startModelServer(): Promise<ModelServer> {
  const files = new Map<string, Uint8Array>();
  const faults: Fault[] = [];
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { range } = request.headers;
    asked.push(range === undefined ? `${request.url}` : `${request.url} ${range}`);
    answer(request, response, files.get(request.url ?? ''), faults.shift());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}`, files, faults, asked, close };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  file: Uint8Array | undefined,
  fault: Fault | undefined,
): void {
  if (fault !== undefined && fault !== 'cut') {
    const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
    response.writeHead(fault.status, headers).end();
    return;
  }
  if (file === undefined) {
    response.writeHead(404).end();
    return;
  }
  const etag = `"${createHash('sha256').update(file).digest('hex')}"`;
  const begin = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const part = request.headers.range !== undefined && request.headers['if-range'] === etag;
  const body = part ? file.subarray(begin) : file;
  response.writeHead(part ? 206 : 200, { etag, 'content-length': body.length });
  if (fault !== 'cut') response.end(body);
  else response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.end());
}
