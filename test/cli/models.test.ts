/** `spq models` against a server on this machine: resumed, refused, retried, compared; licences; without a network. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { moge2 } from '../../runtime/perceive/decode/moge2.js';
import { readRegistry } from '../../runtime/perceive/models/registry.js';
import { graphOf } from '../onnx/graph.js';
import { numbers } from '../perceive/fixture-models.js';
import { type Captured, spq } from './captured-shell.js';
import { type ModelServer, startModelServer } from './model-server.js';

let server: ModelServer;
let folder: string;
let models: string;
const folders: string[] = [];

const model = graphOf(moge2, (graph, input) => ({
  points: graph.node('Transpose', [input('image')], { perm: [0, 2, 3, 1] }),
  mask: graph.node('ReduceMean', [input('image')], { axes: [1], keepdims: 0 }),
  metric_scale: graph.constant(numbers([1], [1])),
}));
/** More than is under way at a time: when a connection breaks off, what was not read yet is lost. */
const data = Uint8Array.from({ length: 8_000_000 }, (_, i) => (i * 31) % 253);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const POINTS = '/lab/points/resolve/main/onnx/model.onnx';
const DATA = '/lab/data/resolve/refs%2Fpr%2F1/data.bin';
const entry = { role: 'test', about: 'a test', default: false, revision: 'main' };
const free = { id: 'MIT', nonCommercial: false, source: 'https://example.org/licence' };
const fileOf = (path: string, hash: string | null, contract: string | null = null): object => ({
  path,
  megabytes: null,
  sha256: hash,
  contract,
});
const registryOf = (dataHash: string | null): object => ({
  models: [
    {
      ...entry,
      id: 'points',
      default: true,
      licence: free,
      repository: 'lab/points',
      files: [fileOf('onnx/model.onnx', null, 'moge2')],
    },
    {
      ...entry,
      id: 'data',
      licence: free,
      repository: 'lab/data',
      revision: 'refs/pr/1',
      files: [fileOf('data.bin', dataHash)],
    },
    {
      ...entry,
      id: 'academic',
      licence: { ...free, id: 'CC-BY-NC-4.0', nonCommercial: true },
      repository: 'lab/data',
      revision: 'refs/pr/1',
      files: [fileOf('data.bin', null)],
    },
  ],
});

beforeAll(async () => {
  server = await startModelServer();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spq-models-'));
  folders.push(folder);
  models = join(folder, 'models');
  server.files.clear();
  server.files.set(POINTS, model).set(DATA, data);
  server.faults.length = 0;
  server.asked.length = 0;
});
afterAll(async () => {
  await server.close();
  for (const made of folders) rmSync(made, { recursive: true });
});

function run(words: readonly string[], dataHash: string | null = null): Promise<Captured> {
  const registry = join(folder, 'registry.json');
  writeFileSync(registry, JSON.stringify(registryOf(dataHash)));
  const mirror = words[0] === 'pull' ? ['--mirror', server.url] : [];
  return spq(['models', ...words, '--models', models, '--registry', registry, ...mirror]);
}
const dataFile = (): string => join(models, 'data', 'data.bin');

describe('spq models', () => {
  it('pulls the default set, tells licences first, and knows where it lies', async () => {
    const pulled = await run(['pull']);
    const path = join(models, 'points', 'onnx', 'model.onnx');
    expect(pulled.code).toBe(0);
    expect(pulled.err).toMatch(/^points: licence MIT, https:\/\/example\.org\/licence\n/);
    expect(pulled.out).toBe(`${path}: downloaded; no checksum is published, ${sha256(model)} is now recorded\n`);
    expect(readFileSync(path).equals(model)).toBe(true);
    expect(await run(['path', 'points'])).toEqual({ code: 0, out: `${path}\n`, err: '' });
    expect(await run(['verify'])).toEqual({ code: 0, out: `${path}: as it was got\n`, err: '' });
    const again = await run(['pull']);
    expect(again.out).toBe(`${path}: was here; sha256 as recorded by an earlier pull\n`);
    expect(server.asked).toEqual([POINTS]);
  });

  it('lists what there is and what is here', async () => {
    await run(['pull', 'data']);
    const { out } = await run(['list']);
    expect(out).toMatch(/points \* +test +0 +MIT +no +lab\/points@main/);
    expect(out).toMatch(/data +test +0 +MIT +yes +lab\/data@refs\/pr\/1/);
    expect(out).toMatch(/academic .*CC-BY-NC-4\.0 \(not commercial\) +no/);
    const { out: json } = await run(['list', '--json']);
    expect(JSON.parse(json)).toMatchObject({
      folder: models,
      models: [{ here: false }, { here: true }, { here: false }],
    });
  });

  it('has a registry of its own that is right, of models that it can read', async () => {
    const registry = await readRegistry();
    expect(registry.filter((known) => known.default).map(({ id }) => id)).toEqual([
      'moge2-vits',
      'owlv2-quantized',
      'slimsam-boxes',
    ]);
  });
});

describe('a download', () => {
  /** From which byte on each request asked. */
  const begins = (): readonly number[] => server.asked.map((asked) => Number(/bytes=(\d+)-/.exec(asked)?.[1] ?? 0));

  it('goes on where it was broken off', async () => {
    server.faults.push('cut', 'cut');
    expect((await run(['pull', 'data'])).code).toBe(0);
    expect(readFileSync(dataFile()).equals(data)).toBe(true);
    const [first, second = 0, third = 0] = begins();
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(1_000_000);
    expect(third).toBeGreaterThan(second + 500_000);
    expect(third).toBeLessThanOrEqual(6_000_000);
  });

  it('goes on in another run, too', async () => {
    server.faults.push('cut', { status: 403 });
    const first = await run(['pull', 'data']);
    expect(first.code).toBe(1);
    expect(first.err).toContain('SPQ521');
    expect(first.err).toContain('the server answers 403');
    expect((await run(['pull', 'data'])).code).toBe(0);
    expect(readFileSync(dataFile()).equals(data)).toBe(true);
    expect(begins().at(-1)).toBeGreaterThan(1_000_000);
  });

  it('begins anew where the server has another file by now', async () => {
    server.faults.push('cut', { status: 403 });
    await run(['pull', 'data']);
    const other = data.map((value) => value ^ 1);
    server.files.set(DATA, other);
    expect((await run(['pull', 'data'])).code).toBe(0);
    expect(readFileSync(dataFile()).equals(other)).toBe(true);
  });

  it('is tried again where the server is busy or fails', async () => {
    server.faults.push({ status: 429, retryAfter: 0 }, { status: 500, retryAfter: 0 });
    expect((await run(['pull', 'data'])).code).toBe(0);
    expect(server.asked).toEqual([DATA, DATA, DATA]);
  });

  it('is given up where the server fails every time, or has no such file', async () => {
    for (let i = 0; i < 6; i++) server.faults.push({ status: 503, retryAfter: 0 });
    const failing = await run(['pull', 'data']);
    expect([failing.code, server.asked.length]).toEqual([1, 6]);
    expect(failing.err).toContain('the server answers 503 Service Unavailable, 6 times.');
    server.files.delete(DATA);
    const missing = await run(['pull', 'data']);
    expect([missing.code, server.asked.length]).toEqual([1, 7]);
    expect(missing.err).toContain(`\`${server.url}${DATA}\` cannot be downloaded: the server answers 404 Not Found.`);
  });

  it('is removed where it is not the file of the registry', async () => {
    expect((await run(['pull', 'data'], sha256(data))).out).toContain('downloaded; sha256 as in the registry');
    rmSync(models, { recursive: true });
    const { code, err } = await run(['pull', 'data'], 'f'.repeat(64));
    expect(code).toBe(1);
    expect(err).toContain('SPQ522');
    expect(err).toContain(`has the sha256 ${sha256(data)}, and not ${'f'.repeat(64)} of the registry. It was removed.`);
    expect([dataFile(), `${dataFile()}.got`, `${dataFile()}.got.partial`].filter(existsSync)).toEqual([]);
  });

  it('is removed where an earlier pull got another one', async () => {
    await run(['pull', 'data']);
    rmSync(dataFile());
    server.files.set(DATA, data.subarray(1));
    const { code, err } = await run(['pull', 'data']);
    expect(code).toBe(1);
    expect(err).toContain('that an earlier pull recorded in models.lock.json');
    expect(existsSync(dataFile())).toBe(false);
  });
});

describe('a licence without commercial use', () => {
  it('is agreed to by its id before anything is asked for', async () => {
    const refused = await run(['pull', 'data', 'academic']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('SPQ523');
    expect(refused.err).toContain('--accept-licence CC-BY-NC-4.0');
    expect((await run(['pull', 'academic', '--accept-licence', 'MIT'])).code).toBe(1);
    expect(server.asked).toEqual([]);
    expect((await run(['pull', 'academic', '--accept-licence', 'CC-BY-NC-4.0'])).code).toBe(0);
  });
});

describe('without a network', () => {
  it('files come from a folder that was filled elsewhere', async () => {
    await run(['pull', 'data']);
    const filled = models;
    models = join(folder, 'other');
    const { code, out } = await run(['pull', 'data', '--offline', filled]);
    expect({ code, asked: server.asked }).toEqual({ code: 0, asked: [DATA] });
    expect(out).toContain('copied; no checksum is published');
    expect(readFileSync(dataFile()).equals(data)).toBe(true);
    const missing = await run(['pull', 'points', '--offline', filled]);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('SPQ524');
  });
});

describe('files that are not right', () => {
  it('are told by verify: missing, changed, or another model', async () => {
    const missing = await run(['verify', 'data']);
    expect([missing.code, missing.err.includes('SPQ524')]).toEqual([1, true]);
    await run(['pull', 'data']);
    writeFileSync(dataFile(), 'changed');
    const changed = await run(['verify', 'data']);
    expect([changed.code, changed.err.includes('SPQ522')]).toEqual([1, true]);
    server.files.set(
      POINTS,
      graphOf({ ...moge2, model: 'other', outputs: [] }, () => ({})),
    );
    await run(['pull', 'points']);
    const other = await run(['verify', 'points']);
    expect(other.code).toBe(1);
    expect(other.err).toMatch(/SPQ52[56]/);
  });

  it('are no paths to give', async () => {
    const { code, out, err } = await run(['path', 'points']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('SPQ524');
  });

  it('of an unknown model, or of a broken registry, are told by name', async () => {
    const unknown = await run(['pull', 'pionts']);
    expect(unknown.err).toContain('SPQ520');
    expect(unknown.err).toContain('Did you mean `points`?');
    const registry = join(folder, 'broken.json');
    writeFileSync(
      registry,
      JSON.stringify({
        models: [{ ...entry, id: 'x', licence: free, repository: 'a/b', files: [fileOf('../up', null)] }],
      }),
    );
    const broken = await spq(['models', 'list', '--registry', registry]);
    expect(broken.code).toBe(1);
    expect(broken.err).toContain('SPQ507');
    expect(broken.err).toContain('models[0].files[0].path: must be a path below the folder of the model');
  });
});
