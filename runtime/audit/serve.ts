/**
 * The page of an audit on this machine alone: 127.0.0.1, asked by that name, and written to by its own page only.
 * A verdict is in its file before the answer to it is sent.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { RunError } from '../errors.js';
import { pageItem } from './export.js';
import { auditPage, auditScript, auditStyle } from './page.js';
import type { AuditPicture } from './picture.js';
import { auditReport } from './report.js';
import type { AuditItem } from './sample.js';
import { addVerdict, lastVerdicts, readVerdicts, type Verdict, verdictNames } from './verdicts.js';

export interface Audit {
  readonly title: string;
  readonly items: readonly AuditItem[];
  /** `audit.jsonl` */
  readonly file: string;
  readonly pictureOf: (item: AuditItem) => Promise<AuditPicture>;
  /** How its answer came about, as text. */
  readonly whyOf: (item: AuditItem) => Promise<string>;
}

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * @param port 0: any that is free
 * @throws Error where the port is taken
 */
export async function serveAudit(audit: Audit, port: number): Promise<Served> {
  const server = createServer((request, response) => void answer(audit, server, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://${hostOf(server)}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function hostOf(server: Server): string {
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

interface Answer {
  readonly status: number;
  readonly type: 'text/html' | 'text/css' | 'text/javascript' | 'text/plain' | 'application/json' | 'image/png';
  readonly body: string | Buffer;
}

const plain = (status: number, body: string): Answer => ({ status, type: 'text/plain', body });

async function answer(audit: Audit, server: Server, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let given: Answer;
  try {
    given = await answerOf(audit, hostOf(server), request);
  } catch (thrown) {
    given = plain(500, thrown instanceof Error ? thrown.message : String(thrown));
  }
  const charset = given.type === 'image/png' ? '' : '; charset=utf-8';
  response.writeHead(given.status, {
    'content-type': `${given.type}${charset}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-ancestors 'none'",
  });
  response.end(given.body);
}

async function answerOf(audit: Audit, host: string, request: IncomingMessage): Promise<Answer> {
  // A page elsewhere may have its name point here: then it asks by that name.
  if (request.headers.host !== host && request.headers.host !== host.replace('127.0.0.1', 'localhost'))
    return plain(403, 'Ask by the address that spq printed.');
  const path = new URL(request.url ?? '/', `http://${host}`).pathname;
  if (request.method === 'POST')
    return path === '/verdicts' ? await judged(audit, request) : plain(404, 'There is no such thing.');
  if (request.method !== 'GET') return plain(405, 'GET and POST alone.');
  const [, folder = '', name = ''] = path.split('/');
  const item = audit.items.find(({ id }) => id === name.replace(/\.png$/, ''));
  switch (folder) {
    case '':
      return { status: 200, type: 'text/html', body: pageOf(audit) };
    case 'audit.js':
      return { status: 200, type: 'text/javascript', body: auditScript };
    case 'audit.css':
      return { status: 200, type: 'text/css', body: auditStyle };
    case 'report.json':
      return { status: 200, type: 'application/json', body: JSON.stringify(auditReport([...given(audit).values()])) };
    case 'pictures': {
      const drawn = item && (await audit.pictureOf(item));
      if (!drawn) break;
      return 'png' in drawn ? { status: 200, type: 'image/png', body: drawn.png } : plain(404, drawn.none);
    }
    case 'why':
      if (item) return plain(200, await audit.whyOf(item));
  }
  return plain(404, 'There is no such thing.');
}

/** Those of this sample: a file may hold more. */
function given({ items, file }: Audit): ReadonlyMap<string, Verdict> {
  const ids = new Set(items.map(({ id }) => id));
  const last = lastVerdicts(readVerdicts(file), items[0]?.recipeHash ?? '');
  return new Map([...last].filter(([id]) => ids.has(id)));
}

function pageOf(audit: Audit): string {
  const items = audit.items.map((item) =>
    item.hasPicture ? pageItem(item, `pictures/${item.id}.png`, null) : pageItem(item, null, 'the scene has none'),
  );
  return auditPage({ title: audit.title, served: true, items, verdicts: [...given(audit).values()] });
}

const shape = z.object({
  question_id: z.string(),
  verdict: z.enum(verdictNames),
  note: z.string().max(2000).nullable(),
});

const largestBody = 16_384;

async function judged({ items, file }: Audit, request: IncomingMessage): Promise<Answer> {
  // Another site's form cannot send this type without asking first.
  if (request.headers['content-type'] !== 'application/json') return plain(415, 'A verdict is JSON.');
  const body = await textOf(request);
  if (body === undefined) return plain(413, 'That is too long for a verdict.');
  const parsed = shape.safeParse(jsonIn(body));
  const item = parsed.success ? items.find(({ id }) => id === parsed.data.question_id) : undefined;
  if (!parsed.success || !item) return plain(400, 'That is no verdict on a question of this sample.');
  const { id, task, format, level, recipeHash } = item;
  const { verdict, note } = parsed.data;
  try {
    addVerdict(file, {
      question_id: id,
      task,
      format,
      level,
      recipe_hash: recipeHash,
      verdict,
      note,
      at: new Date().toISOString(),
    });
  } catch (thrown) {
    if (thrown instanceof RunError) return plain(500, thrown.message);
    throw thrown;
  }
  return { status: 200, type: 'application/json', body: '{"kept":true}' };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > largestBody) return undefined;
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}
