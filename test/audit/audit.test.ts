/** Audits: bounds by hand, files that only grow, a page that data cannot break, and a server that only its own page writes to. */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportAudit } from '../../runtime/audit/export.js';
import { auditPage, auditScript, type PageData, pageText } from '../../runtime/audit/page.js';
import { auditReport, reportText } from '../../runtime/audit/report.js';
import { type AuditItem, auditSample } from '../../runtime/audit/sample.js';
import { type Served, serveAudit } from '../../runtime/audit/serve.js';
import { lastVerdicts, readVerdicts, type Verdict, verdictFile } from '../../runtime/audit/verdicts.js';
import { wilson } from '../../runtime/audit/wilson.js';
import { openStore, type Store } from '../../runtime/facts/store.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe("Wilson's interval", () => {
  it('is what the formula gives by hand', () => {
    // z = 1.96: z² = 3.8415. None of 10: 3.8415 / 13.8415. Half of 10: 0.5 -+ 1.96 / 1.38415 * sqrt(0.025 + 0.0096).
    expect(wilson(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.27754, 4) });
    expect(wilson(10, 10)).toEqual({ low: expect.closeTo(0.72246, 4), high: 1 });
    expect(wilson(5, 10)).toEqual({ low: expect.closeTo(0.23659, 4), high: expect.closeTo(0.76341, 4) });
    expect(wilson(1, 300)).toEqual({ low: expect.closeTo(0.00059, 4), high: expect.closeTo(0.01862, 4) });
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

const verdict = (id: string, task: string, said: Verdict['verdict'], level = 1): Verdict => ({
  question_id: id,
  task,
  format: 'open',
  level,
  recipe_hash: 'h1',
  verdict: said,
  note: null,
  at: '2024-01-01T00:00:00.000Z',
});

describe('verdicts', () => {
  it('are lines of which the last about a question counts', () => {
    const file = join(folder, 'lines.jsonl');
    expect(readVerdicts(file)).toEqual([]);
    for (const one of [verdict('1', 'a', 'wrong'), verdict('2', 'a', 'right'), verdict('1', 'a', 'right')])
      appendFileSync(file, `${JSON.stringify(one)}\n`);
    expect(readVerdicts(file)).toHaveLength(3);
    expect([...lastVerdicts(readVerdicts(file), 'h1').values()].map((v) => [v.question_id, v.verdict])).toEqual([
      ['1', 'right'],
      ['2', 'right'],
    ]);
    // The same id under another recipe may be another question.
    expect([...lastVerdicts(readVerdicts(file), 'h2')]).toEqual([]);
  });

  it('are refused with file and line where one cannot be read', () => {
    const file = join(folder, 'broken.jsonl');
    writeFileSync(file, `${JSON.stringify(verdict('1', 'a', 'right'))}\n{"question_id":"2","verdict":"fine"}\n`);
    expect(() => readVerdicts(file)).toThrow(`${file}:2 is no verdict.`);
  });

  it('are counted per task; what is wrong or ambiguous is in error', () => {
    const all = [
      ...Array.from({ length: 8 }, (_, i) => verdict(`r${i}`, 'b', 'right')),
      verdict('w', 'b', 'wrong'),
      verdict('u', 'b', 'unnatural'),
      verdict('x', 'z', 'ambiguous', 0),
    ];
    const { tasks, all: total } = auditReport(all);
    expect(tasks.map(({ level, task, judged, inError }) => [level, task, judged, inError])).toEqual([
      [0, 'z', 1, 1],
      [1, 'b', 10, 1],
    ]);
    expect(total).toMatchObject({ judged: 11, inError: 2 });
    // 1 of 10: (0.1 + 0.192073 -+ 1.96 * sqrt(0.009 + 0.009604)) / 1.38415
    expect(reportText(auditReport(all))).toBe(
      [
        'level  task  judged  right  wrong  ambiguous  unnatural  in error             95 %',
        '    0  z          1      0      0          1          0    100.0%  20.7% .. 100.0%',
        '    1  b         10      8      1          0          1     10.0%    1.8% .. 40.4%',
        '       all       11      8      1          1          1     18.2%    5.1% .. 47.7%',
        '',
        'In error: wrong or ambiguous. An unnatural question is a right one.',
        '',
      ].join('\n'),
    );
    expect(reportText(auditReport([]))).toBe('Nothing is judged yet.\n');
  });
});

const nasty = '</script><script>alert(1)</script><img src=x onerror=alert(2)> & "quoted" \u2028';

const item = (id: string, facts: Partial<AuditItem> = {}): AuditItem => ({
  id,
  level: 2,
  task: 'taller',
  format: 'open',
  sceneId: 'room',
  scene: 0,
  question: `Which is taller? ${id}`,
  answer: 'the chair',
  options: [],
  reason: null,
  hasPicture: true,
  recipeHash: 'h1',
  things: [],
  colours: [],
  ...facts,
});

describe('the page', () => {
  const data: PageData = {
    title: `<b>${nasty}`,
    served: true,
    items: [{ ...item('1', { question: nasty, options: [nasty] }), picture: null, noPicture: nasty }],
    verdicts: [],
  };

  it('has no markup but its own, whatever stands in the data', () => {
    const page = auditPage(data);
    expect(page.match(/<(\/?)script/g)).toEqual(['<script', '</script', '<script', '</script']);
    expect(page).not.toMatch(/<img src=x|<b>/);
    const [, json = ''] = /id="data">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(json)).toEqual(data);
    expect(pageText('<&>"\'')).toBe('&lt;&amp;&gt;&quot;&#39;');
  });

  it('has a script that is one, and writes data as text alone', () => {
    expect(() => new Script(auditScript)).not.toThrow();
    expect(auditScript).not.toMatch(/innerHTML|insertAdjacent|document\.write|eval\(/);
  });

  it('can be a folder with its pictures', async () => {
    const out = join(folder, 'page');
    const page = await exportAudit(
      out,
      { title: 'audit', items: [item('1'), item('2')], verdicts: [verdict('1', 'taller', 'right')] },
      async ({ id }) => (id === '1' ? { png: Buffer.from('picture') } : { none: 'the scene has none' }),
    );
    expect(page).toBe(join(out, 'index.html'));
    expect(readFileSync(join(out, 'pictures', '1.png'), 'utf8')).toBe('picture');
    expect(existsSync(join(out, 'pictures', '2.png'))).toBe(false);
    expect(readFileSync(join(out, 'audit.js'), 'utf8')).toBe(auditScript);
    expect(readFileSync(page, 'utf8')).toContain('"picture":null,"noPicture":"the scene has none"');
  });
});

describe('the server', () => {
  const file = verdictFile(folder);
  let served: Served;
  beforeAll(async () => {
    const items = [item('11'), item('12', { hasPicture: false })];
    served = await serveAudit(
      {
        title: 'audit',
        items,
        file,
        pictureOf: async ({ id }) => (id === '11' ? { png: Buffer.from('picture of 11') } : { none: 'there is none' }),
        whyOf: async ({ id }) => `why ${id}`,
      },
      0,
    );
  });
  afterAll(() => served.close());

  const post = (body: string, type = 'application/json'): Promise<Response> =>
    fetch(`${served.url}verdicts`, { method: 'POST', headers: { 'content-type': type }, body });

  it('gives the page, its script, pictures and explanations', async () => {
    const page = await fetch(served.url);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('"id":"11"');
    expect(await (await fetch(`${served.url}audit.js`)).text()).toBe(auditScript);
    const picture = await fetch(`${served.url}pictures/11.png`);
    expect([picture.headers.get('content-type'), await picture.text()]).toEqual(['image/png', 'picture of 11']);
    expect((await fetch(`${served.url}pictures/12.png`)).status).toBe(404);
    expect(await (await fetch(`${served.url}why/12`)).text()).toBe('why 12');
    for (const path of ['pictures/../../etc/passwd', 'why/13', 'else'])
      expect((await fetch(`${served.url}${path}`)).status).toBe(404);
  });

  it('keeps a verdict before it answers, and goes on where it was', async () => {
    expect((await post('{"question_id":"11","verdict":"ambiguous","note":"two chairs"}')).status).toBe(200);
    expect((await post('{"question_id":"11","verdict":"right","note":null}')).status).toBe(200);
    expect(readVerdicts(file).map(({ verdict: said, note, task, level }) => [said, note, task, level])).toEqual([
      ['ambiguous', 'two chairs', 'taller', 2],
      ['right', null, 'taller', 2],
    ]);
    expect(await (await fetch(served.url)).text()).toMatch(/"verdicts":\[\{"question_id":"11".*"verdict":"right"/);
    expect(await (await fetch(`${served.url}report.json`)).json()).toMatchObject({ all: { judged: 1, inError: 0 } });
    appendFileSync(file, `${JSON.stringify({ ...verdict('12', 'taller', 'wrong'), recipe_hash: 'h2' })}\n`);
    expect(await (await fetch(`${served.url}report.json`)).json()).toMatchObject({ all: { judged: 1, inError: 0 } });
  });

  it('refuses what is no verdict, and writes nothing', async () => {
    const before = readFileSync(file, 'utf8');
    for (const body of [
      '',
      '{',
      '[]',
      '{"question_id":"99","verdict":"right","note":null}',
      '{"question_id":"11","verdict":"fine","note":null}',
    ])
      expect([body, (await post(body)).status]).toEqual([body, 400]);
    expect((await post('{}', 'text/plain')).status).toBe(415);
    expect((await post(`{"note":"${'x'.repeat(20_000)}"}`)).status).toBe(413);
    expect((await fetch(served.url, { method: 'DELETE' })).status).toBe(405);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('answers no one who asks by another name', async () => {
    const { port } = new URL(served.url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, headers: { host: `evil.example:${port}` } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });
    expect(status).toBe(403);
  });
});

describe('the sample', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(':memory:');
    await store.connection.run(`
      create table questions as select i::ubigint as question_id, 'room' as scene_id, 'room' as capture_id, []::varchar[] as images,
        1 as level, case when i < 90 then 'many' else 'few' end as task, case when i % 2 = 0 then 'open' else 'claim' end as format,
        'Q' || i as question, 'A' as answer, null::varchar[] as options, null::varchar as reason,
        [{'name': 'a', 'kind': 'object', 'id': 'chair-1', 'colour': 'red'}, {'name': 'c', 'kind': 'category', 'id': 'chair', 'colour': null}] as slots,
        ['chair-1', 'lamp-1'] as objects, 'h1' as recipe_hash
      from range(100) t(i)`);
  });
  afterAll(() => store.close());

  it('is even over tasks and formats, and the same for the same seed', async () => {
    const twelve = await auditSample(store.connection, 12, 0);
    const counts = new Map<string, number>();
    for (const { task, format } of twelve) counts.set(`${task} ${format}`, (counts.get(`${task} ${format}`) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ 'few claim': 3, 'few open': 3, 'many claim': 3, 'many open': 3 });
    expect(await auditSample(store.connection, 12, 0)).toEqual(twelve);
    const ids = (items: readonly AuditItem[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));
    expect(ids(await auditSample(store.connection, 12, 1))).not.toEqual(ids(twelve));
    const twenty = ids(await auditSample(store.connection, 20, 0));
    expect(twelve.every(({ id }) => twenty.has(id))).toBe(true);
  });

  it('takes more of the others where a task has few', async () => {
    const thirty = await auditSample(store.connection, 30, 0);
    expect(thirty.filter(({ task }) => task === 'few')).toHaveLength(10);
    expect(await auditSample(store.connection, 1000, 0)).toHaveLength(100);
  });

  it('knows what its text speaks of, and which colours', async () => {
    const [first] = await auditSample(store.connection, 1, 0);
    expect(first?.things).toEqual([
      { name: 'a', kind: 'object', id: 'chair-1' },
      { name: '', kind: 'object', id: 'lamp-1' },
    ]);
    expect(first?.colours).toEqual([{ name: 'a', colour: 'red' }]);
    expect(first).toMatchObject({ hasPicture: false, recipeHash: 'h1' });
  });
});
