/**
 * A vision-language model on this machine that speaks OpenAI's chat completions. It looks at the picture that it is sent: it names
 * a crop by the colour in its middle, and finds a colour that it is asked for as the box around all of its pixels.
 */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import sharp from 'sharp';
import type { CoordinateSpace } from '../../../runtime/perceive/vlm/chat.js';

/** What becomes of a request instead of its answer. */
export type Fault =
  | { readonly status: number; readonly retryAfter?: string; readonly body?: string }
  | { readonly says: string; readonly finish?: string }
  | { readonly body: string }
  | 'hangs'
  | 'breaks off'
  | { readonly redirectsTo: string };

export interface VlmStandIn {
  readonly endpoint: string;
  /** Of the next requests, in order. */
  readonly faults: Fault[];
  readonly requests: { readonly authorization: string | undefined; readonly prompt: string; readonly path: string }[];
  /** The most that were being answered at one time. */
  readonly mostAtOnce: () => number;
  readonly close: () => Promise<void>;
}

const colours: Readonly<Record<string, readonly [number, number, number]>> = {
  red: [255, 0, 0],
  green: [0, 255, 0],
  blue: [0, 0, 255],
  white: [255, 255, 255],
};

export async function startVlm(coordinates: CoordinateSpace): Promise<VlmStandIn> {
  const faults: Fault[] = [];
  const requests: { authorization: string | undefined; prompt: string; path: string }[] = [];
  let [now, most] = [0, 0];
  const server = createServer(async (request, response) => {
    now += 1;
    most = Math.max(most, now);
    const sent = JSON.parse(await text(request));
    const [image, question] = sent.messages[0].content;
    requests.push({ authorization: request.headers.authorization, prompt: question.text, path: request.url ?? '' });
    const fault = faults.shift();
    const jpeg = Buffer.from(image.image_url.url.split(',')[1], 'base64');
    if (fault === undefined) completion(response, await answer(jpeg, question.text, coordinates), 'stop');
    else fail(response, fault);
    now -= 1;
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { endpoint: `http://127.0.0.1:${port}/v1`, faults, requests, mostAtOnce: () => most, close };
}

function completion(response: ServerResponse, content: string, finish_reason: string): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ id: 'x', choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason }] }),
  );
}

function fail(response: ServerResponse, fault: Fault): void {
  if (fault === 'hangs') return;
  if (fault === 'breaks off') {
    response.socket?.destroy();
    return;
  }
  if ('redirectsTo' in fault) response.writeHead(307, { location: fault.redirectsTo }).end();
  else if ('says' in fault) completion(response, fault.says, fault.finish ?? 'stop');
  else if ('status' in fault)
    response
      .writeHead(fault.status, fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter })
      .end(fault.body);
  else response.writeHead(200).end(fault.body);
}

async function answer(jpeg: Buffer, prompt: string, coordinates: CoordinateSpace): Promise<string> {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const asked = /"(\w+) block"/.exec(prompt)?.[1];
  const at = (u: number, v: number): string | undefined => {
    const from = 3 * (v * info.width + u);
    return Object.keys(colours).find((name) =>
      (colours[name] ?? []).every((value, channel) => Math.abs(value - (data[from + channel] ?? 0)) < 60),
    );
  };
  if (asked === undefined) return `"A ${at(Math.floor(info.width / 2), Math.floor(info.height / 2))} block."`;
  let [x1, y1, x2, y2] = [info.width, info.height, 0, 0];
  for (let v = 0; v < info.height; v++)
    for (let u = 0; u < info.width; u++)
      if (at(u, v) === asked)
        [x1, y1, x2, y2] = [Math.min(x1, u), Math.min(y1, v), Math.max(x2, u + 1), Math.max(y2, v + 1)];
  const [w, h] = {
    norm1000: [1000 / info.width, 1000 / info.height],
    norm1: [1 / info.width, 1 / info.height],
    pixels: [1, 1],
  }[coordinates];
  const box = [x1 * (w ?? 1), y1 * (h ?? 1), x2 * (w ?? 1), y2 * (h ?? 1)];
  const list = JSON.stringify(x1 < x2 ? [{ bbox_2d: box, label: asked }] : []);
  return coordinates === 'norm1000' ? `\`\`\`json\n${list}\n\`\`\`` : list;
}
