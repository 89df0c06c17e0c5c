/**
 * A module of `spq compile` is a program of its own: it type-checks, and gives the bytes of `spq run`. Modules run in
 * processes of their own, where `spq/runtime` is the runtime's source.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../runtime/facts/store.js';
import { writeFacts } from '../../runtime/facts/write.js';
import { roomFacts } from '../../runtime/sources/rooms/facts.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { questionColumns } from '../../runtime/synth/schema.js';
import { spq } from '../cli/captured-shell.js';
import { storeText } from '../module/store-text.js';
import { problemsOf, runtimeFromSources, runtimeFromTypes } from '../module/type-check.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'spq-module-'));
const settings = join(folder, 'tsconfig.json');

beforeAll(() => {
  const paths = { 'spq/runtime': [join(root, 'runtime/index.ts')] };
  writeFileSync(settings, JSON.stringify({ compilerOptions: { paths } }));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Everything that samples, and two outputs. */
const sampled = `/// All that a run does after asking.
source rooms = rooms(60, seed: 5, pictures: false)
source more = rooms(20, seed: 9, pictures: false)
seed 11
margin length 10 cm or 10%, angle 15 deg
refer by category, position, box
mix level 1 40%, level 2 60% total 150
split train 60%, test 40%
balance by words
level 1 "Properties" {
  task height { for object a take 50 per task weight 3 ask "How tall is {a}?" answer a.height choices near a.height }
  task main "A name that the module has, too" { for object a ask "How wide is {a}?" answer a.width }
}
level 2 "Relations" {
  task class { for objects {a, b} take 4 per scene claim "{a} is taller than {b}." when a taller than b }
  task left { for objects {a, b} claim "{a} is left of {b}." when a left of b }
}
emit parquet("questions"), jsonl("two/questions.jsonl")
`;

/** Texts that would end a literal, a comment or a line of TypeScript if they were put there as they are. */
const hostile = [
  '/// */ `$' + '{process.exit(7)}` \u2028process.exit(7)',
  'source rooms = rooms(6, seed: 3, pictures: false)',
  'level 1 "*/ process.exit(7) \u2028 `" {',
  '  task delete "`; process.exit(7); // \\\\ $' + '{1}" {',
  '    for object a',
  '    ask "How `tall` is {a}? It\'s $' + '7, $$ \\\\ */ \u2028 \u202e"',
  '    answer a.height',
  '  }',
  '}',
  'emit jsonl("q.jsonl")',
  '// \u2029 process.exit(7) \\',
  '',
].join('\r\n');

/** Writes a recipe and its module. */
async function compiled(
  name: string,
  text: string,
  ...flags: readonly string[]
): Promise<{ readonly recipe: string; readonly module: string }> {
  const recipe = join(folder, `${name}.spq`);
  const module = join(folder, `${name}.ts`);
  writeFileSync(recipe, text);
  const told = await spq(['compile', recipe, '-o', module, ...flags]);
  expect({ code: told.code, err: told.err }).toEqual({ code: 0, err: '' });
  return { recipe, module };
}

function runModule(module: string, out: string, ...flags: readonly string[]) {
  const words = ['--import', 'tsx', module, '--out', out, '--threads', '2', ...flags];
  const env = { ...process.env, TSX_TSCONFIG_PATH: settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, env, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

/** Runs both ways and compares every byte that is written. */
async function expectSame(
  name: string,
  text: string,
  files: readonly string[],
  ...flags: readonly string[]
): Promise<void> {
  const { recipe, module } = await compiled(name, text, ...flags);
  const [run, own] = [join(folder, `${name}-run`), join(folder, `${name}-module`)];
  expect((await spq(['run', recipe, '--out', run, ...flags])).code).toBe(0);
  const { code, out } = runModule(module, own);
  expect(code).toBe(0);
  expect(out).toMatch(/^\d+ questions about \d+ scenes/m);
  for (const file of files) {
    const bytes = readFileSync(join(run, file));
    expect(bytes.length).toBeGreaterThan(100);
    expect(readFileSync(join(own, file)).equals(bytes)).toBe(true);
  }
  const held = await storeText(join(run, `${name}.duckdb`));
  expect(Object.keys(held)).toEqual(expect.arrayContaining(['questions', 'objects', 'recipe', 'sampling', 'left_of']));
  expect(await storeText(join(own, `${name}.duckdb`))).toEqual(held);
}

describe('a module', () => {
  it('gives the bytes of a run: files and store', async () => {
    await expectSame('sampled', sampled, ['questions/part-00000.parquet', 'two/questions.jsonl']);
  });

  it('gives the bytes of a run of quickstart', async () => {
    const text = readFileSync(join(root, 'recipes/quickstart.spq'), 'utf8').replace('count: 60', 'count: 5');
    await expectSame('quickstart', text, ['questions/part-00000.parquet', 'questions.jsonl']);
    const store = await openStore(join(folder, 'quickstart-module/quickstart.duckdb'), { readOnly: true });
    const nulls = questionColumns.map(({ name }) => `count(*) filter ("${name}" is null) > 0`).join(', ');
    const rows = (await store.connection.runAndReadAll(`select ${nulls} from questions`)).getRowsJson();
    store.close();
    expect(rows[0]).toEqual(questionColumns.map(({ nullable }) => nullable));
  });

  it('gives the bytes of a run that was told the same: levels, tasks, balance, seed and another folder', async () => {
    const items = Array.from(
      { length: 8 },
      (_, i) => ({ kind: 'scene', facts: roomFacts(5, i, { pixels: false }) }) as const,
    );
    await writeFacts(join(folder, 'chosen-facts'), { vocabulary: roomsVocabulary, count: items.length, items });
    const text = `source mine = facts("nowhere")\n${sampled}`;
    const there = relative(process.cwd(), join(folder, 'chosen-facts'));
    const flags = ['--levels', '1,2', '--tasks', 'main,left,class', '--balance', 'answers', '--seed', '5'];
    await expectSame('chosen', text, ['two/questions.jsonl'], '--set', `mine=${there}`, ...flags);
    const lines = readFileSync(join(folder, 'chosen-module/two/questions.jsonl'), 'utf8').trim().split('\n');
    expect(new Set(lines.map((line) => JSON.parse(line).task))).toEqual(new Set(['main', 'class', 'left']));
    // What was chosen stands in the store, so that a question can be traced.
    const store = await openStore(join(folder, 'chosen-module/chosen.duckdb'), { readOnly: true });
    const rows = async (sql: string) => (await store.connection.runAndReadAll(sql)).getRowsJson();
    expect(await rows('select * from run_options')).toEqual([['5', [1, 2], ['main', 'left', 'class'], 'answers']]);
    expect(await rows("select count(*) from scenes where source = 'mine'")).toEqual([['8']]);
    store.close();
  });

  it('is not left by texts of the recipe', async () => {
    await expectSame('hostile', hostile, ['q.jsonl']);
    expect(readFileSync(join(folder, 'hostile-module/q.jsonl'), 'utf8')).toContain('How `tall` is');
  });

  it('reads folders relative to itself, or to the folder that it is told', async () => {
    const facts = join(folder, 'away');
    const text =
      'source mine = facts("facts")\nlevel 1 "x" { task t { for object a ask "{a}?" answer a.height } }\nemit jsonl("q.jsonl")\n';
    mkdirSync(facts, { recursive: true });
    const { module } = await compiled('reads', text);
    const there = runModule(module, join(folder, 'reads-out'), '--recipe-dir', facts);
    expect(there.code).toBe(1);
    expect(there.err).toContain(`error SPQ501`);
    expect(there.err).toContain(join(facts, 'facts'));
    expect(runModule(module, join(folder, 'reads-out')).err).toContain(join(folder, 'facts'));
    expect(runModule(module, join(folder, 'reads-out'), '--sense', '1').err).toContain('error SPQ513');
  });
});

describe('an edited module', () => {
  it('runs without a task, with a filter and with another query', async () => {
    const { module } = await compiled(
      'edited',
      sampled.replace(/^mix.*\n|weight 3 /gm, '').replace('by words', 'none'),
    );
    const text = readFileSync(module, 'utf8');
    const edited = text
      .replace('tasks: [height, main_task, class_task, left]', 'tasks: [height, class_task, left]')
      .replace("from 'spq/runtime';", ", keepScenes } from 'spq/runtime';")
      .replace(/,\s*\} , keepScenes/, ', keepScenes')
      .replaceAll('How tall is ', 'How very tall is ')
      .replace(
        /\n.*The place for a filter/,
        '\n    await keepScenes(store, (scene: SceneRow) => scene.scene % 2 === 0);$&',
      );
    writeFileSync(module, edited);
    const { code, out, err } = runModule(module, join(folder, 'edited-out'));
    expect(out).toMatch(/ questions about 40 scenes in /);
    expect({ code, err: err.split('\n').filter((line) => line.includes('rror')) }).toEqual({ code: 0, err: [] });
    const store = await openStore(join(folder, 'edited-out/edited.duckdb'), { readOnly: true });
    const rows = async (sql: string) => (await store.connection.runAndReadAll(sql)).getRowsJson();
    expect(await rows('select distinct task from questions order by task')).toEqual([['class'], ['height'], ['left']]);
    expect(await rows('select count(*), count(*) filter (scene % 2 = 1) from scenes')).toEqual([['40', '0']]);
    expect(await rows('select count(*) from objects where scene % 2 = 1')).toEqual([['0']]);
    const asked =
      "select count(*) > 20, bool_and(question like 'How very tall is %?') from questions where task = 'height'";
    expect(await rows(asked)).toEqual([[true, true]]);
    store.close();
  });
});

describe('for TypeScript', () => {
  it('modules are right under strict rules', async () => {
    const { module } = await compiled('checked', sampled);
    const { module: other } = await compiled('checked-hostile', hostile);
    expect(problemsOf([module, other], runtimeFromSources(root))).toEqual([]);
    // The check is one: a field of another name is told.
    writeFileSync(module, readFileSync(module, 'utf8').replace('seed: 11', 'seeds: 11'));
    expect(problemsOf([module], runtimeFromSources(root)).join()).toContain("'seeds' does not exist");
  });

  it('they are right over the types that are built, too', async () => {
    const { module } = await compiled('built', sampled);
    const types = join(folder, 'types');
    execFileSync(process.execPath, ['cli/write-declarations.mjs', types], { cwd: root });
    expect(problemsOf([module], runtimeFromTypes(root, types))).toEqual([]);
  });

  it('they are as they are printed: no statement but imports, types, functions, constants and the call of main', async () => {
    const { module } = await compiled('parsed', hostile);
    const file = ts.createSourceFile(module, readFileSync(module, 'utf8'), ts.ScriptTarget.ES2023);
    const kinds = file.statements.map(({ kind }) => ts.SyntaxKind[kind]);
    expect(kinds.filter((kind) => kind === 'ExpressionStatement').length).toBe(1);
    expect(new Set(kinds)).toEqual(
      new Set([
        'ImportDeclaration',
        'FunctionDeclaration',
        'InterfaceDeclaration',
        'FirstStatement',
        'ExpressionStatement',
      ]),
    );
  });
});
