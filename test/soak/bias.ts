/**
 * What a blind model could learn from the questions of a store (S8, S9, S10): `tsx test/soak/bias.ts <store.duckdb>`.
 * Rules are learned on one half of the scenes and tried on the other, so that none is praised for remembering.
 * Prints a table, and ends in 1 where a bound is broken: claims 50 % +- 1, options uniform +- 1, first-named +- 1,
 * and no rule on the forms of references better than chance by more than 1 point.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';

const bound = 0.01;

interface Finding {
  readonly task: string;
  readonly what: string;
  readonly n: number;
  readonly found: number;
  readonly chance: number;
}

/** Beyond the bound by more than four standard deviations of so few questions. */
function broken({ n, found, chance }: Finding): boolean {
  return Math.abs(found - chance) > bound + 4 * Math.sqrt((chance * (1 - chance)) / n);
}

type Row = readonly unknown[];
const rowsOf = async (c: DuckDBConnection, sql: string): Promise<readonly Row[]> =>
  (await c.runAndReadAll(sql)).getRowsJson();

/** True claims, per task and per phrasing. */
async function truths(c: DuckDBConnection): Promise<readonly Finding[]> {
  const found = await rowsOf(
    c,
    `select task, case when grouping(phrasing) = 1 then 'all claims' else phrasing end, count(*),
            avg((answer in ('True', 'Yes'))::int)
     from questions where format = 'claim' group by grouping sets ((task), (task, phrasing)) order by all`,
  );
  return found.map(([task, phrasing, n, share]) => finding(task, `true: ${phrasing}`, n, share, 0.5));
}

/** Where the right option stands, and of numbers its rank by size. */
async function places(c: DuckDBConnection): Promise<readonly Finding[]> {
  const place = await rowsOf(
    c,
    `select task, len(options), answer_index, count(*), sum(count(*)) over (partition by task, len(options))
     from questions where format = 'choice' group by task, len(options), answer_index order by all`,
  );
  const number = (text: string): string => `try_cast(regexp_extract(${text}, '^[0-9.]+') as double)`;
  const rank = await rowsOf(
    c,
    `select task, 4, r, count(*), sum(count(*)) over (partition by task) from
       (select task, len(list_filter(options, lambda o: ${number('o')} < ${number('answer')})) as r
        from questions where format = 'choice' and unit is not null and len(options) = 4
          -- Of a count below 3, and of an angle near 0 or 180, some ranks are impossible.
          and not (unit = 'count' and value < 3) and unit <> 'deg')
     group by task, r order by all`,
  );
  const told = (rows: readonly Row[], what: string): readonly Finding[] =>
    rows.map(([task, k, i, n, all]) =>
      finding(task, `${what} ${i} of ${k}`, all, Number(n) / Number(all), 1 / Number(k)),
    );
  return [...told(place, 'option'), ...told(rank, 'rank')];
}

/** How often the answer is the first-named of those that are options. */
async function firstNamed(c: DuckDBConnection): Promise<readonly Finding[]> {
  const found = await rowsOf(
    c,
    `with contest as (
       select task, answer, list_filter(slots, lambda s: list_contains(options, s.text)) as named from questions
       where format = 'choice')
     select task, count(*), avg((named[1].text = answer)::int), avg(1 / len(named)) from contest
     where len(named) > 1 group by task order by task`,
  );
  return found.map(([task, n, share, chance]) => finding(task, 'first-named wins', n, share, chance));
}

/** Forms of the references of a question: its superlatives and boxes, without the nouns. */
const formOf = (slot: string): string =>
  `case when ${slot}.strategy = 'box' then 'box' else ${slot}.strategy || ' ' || regexp_extract(${slot}.text,
   '\\b(leftmost|rightmost|nearest|farthest|tallest|shortest|widest|narrowest|deepest|largest|smallest|first|second|third|fourth|fifth|on|under|left|right|next)\\b') end`;

/** The best answer to each (phrasing, forms), learned on half of the scenes, tried on the other. */
async function formRules(c: DuckDBConnection): Promise<readonly Finding[]> {
  const found = await rowsOf(
    c,
    `with q as (
       select task, format, answer, scene_id, phrasing || '|' || array_to_string(
                list_transform(list_filter(slots, lambda s: s.strategy is not null), lambda s: ${formOf('s')}), '|') as form
       from questions where format = 'claim' or (format = 'open' and (unit = 'count' or unit is null)
         and not list_contains(list_transform(slots, lambda s: lower(s.text)), lower(answer)))),
     half as (select *, md5(scene_id)[1] < '8' as learning from q),
     learned as (select task, format, form, answer from half where learning group by task, format, form, answer
                 qualify row_number() over (partition by task, format, form order by count(*) desc, answer) = 1),
     plain as (select task, format, answer as most from half where learning group by task, format, answer
               qualify row_number() over (partition by task, format order by count(*) desc, answer) = 1)
     select h.task, h.format, count(*), avg((h.answer = l.answer)::int), avg((h.answer = p.most)::int)
     from half h join learned l using (task, format, form) join plain p using (task, format)
     where not h.learning group by all having count(*) >= 400 order by all`,
  );
  return found.map(([task, format, n, rule, plain]) =>
    finding(task, `guess by references (${format})`, n, rule, Math.max(Number(plain), format === 'claim' ? 0.5 : 0)),
  );
}

/** Choosing the option whose form won most often. */
async function optionRules(c: DuckDBConnection): Promise<readonly Finding[]> {
  const form = (o: string): string =>
    `case when regexp_matches(${o}, ' box$') then 'box' else regexp_extract(${o},
     '\\b(leftmost|rightmost|nearest|farthest|tallest|shortest|widest|narrowest|deepest|largest|smallest|first|second|third|fourth|fifth|on|under|next)\\b') end`;
  const found = await rowsOf(
    c,
    `with q as (
       select task, question_id, answer, unnest(options) as option, len(options) as k, md5(scene_id)[1] < '8' as learning
       from questions where format = 'choice' and len(list_filter(slots, lambda s: list_contains(options, s.text))) > 1),
     forms as (select *, ${form('option')} as form from q),
     rate as (select task, form, avg((option = answer)::int) as won from forms where learning group by all),
     tried as (
       select f.task, f.question_id, f.k, f.option = f.answer as hit from forms f join rate using (task, form)
       where not learning qualify row_number() over (partition by f.question_id order by won desc, md5(option)) = 1)
     select task, count(*), avg(hit::int), avg(1 / k) from tried group by task having count(*) >= 400 order by task`,
  );
  return found.map(([task, n, rule, chance]) => finding(task, 'option chosen by its form', n, rule, chance));
}

function finding(task: unknown, what: string, n: unknown, found: unknown, chance: unknown): Finding {
  return { task: String(task), what, n: Number(n), found: Number(found), chance: Number(chance) };
}

async function main(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const c = await instance.connect();
  const all = [
    ...(await truths(c)),
    ...(await places(c)),
    ...(await firstNamed(c)),
    ...(await formRules(c)),
    ...(await optionRules(c)),
  ];
  const wrong = all.filter(broken);
  const line = (f: Finding): string =>
    `${broken(f) ? '!' : ' '} ${f.task.padEnd(20)} ${(100 * f.found).toFixed(1).padStart(5)} % of ${String(f.n).padStart(7)}, chance ${(100 * f.chance).toFixed(1)} %  ${f.what}`;
  for (const f of all) process.stdout.write(`${line(f)}\n`);
  process.stdout.write(`${all.length} shares looked at, ${wrong.length} beyond their bound\n`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

await main(process.argv[2] ?? '');
