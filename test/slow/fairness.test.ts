/**
 * What a blind model could learn from the quickstart recipe over 2,000 rooms: nothing (S9, S10).
 *
 * The rooms and the seed are fixed, so a run that passes always passes; the bounds are those of a fair draw.
 * A share of n fair coins lies within 4 standard deviations, 4 * 0.5 / sqrt(n), but for 6 of 100,000 shares;
 * a chi-square statistic of 1 or 3 degrees of freedom lies under 15.2 or 21.2 but for 1 of 10,000.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../runtime/facts/store.js';
import { roomFacts } from '../../runtime/sources/rooms/facts.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { recipes } from '../agreement/compared.js';
import { askedStore, planOf } from '../agreement/pipeline.js';

const ROOMS = 2000;
let store: Store | undefined;

beforeAll(async () => {
  const scenes = Array.from({ length: ROOMS }, (_, i) => roomFacts(3, i, { pixels: true }));
  store = await askedStore({ plan: planOf(recipes.quickstart), scenes, vocabulary: roomsVocabulary, threads: 2 });
}, 600_000);
afterAll(() => store?.close());

async function rows(sql: string): Promise<readonly (readonly unknown[])[]> {
  if (!store) throw new Error('no store');
  return (await store.connection.runAndReadAll(sql)).getRowsJson();
}

const deviations = (share: number, n: number): number => Math.abs(share - 0.5) / (0.5 / Math.sqrt(n));

/** Of counts that should be equal. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

const LIMIT: Readonly<Record<number, number>> = { 2: 15.2, 4: 21.2 };

describe('the quickstart recipe over 2,000 rooms', () => {
  it('asks as many true as false claims, per task and per phrasing', async () => {
    const found = await rows(
      `select task, phrasing, count(*), count(*) filter (answer = 'True') from questions
       where format = 'claim' group by all having count(*) >= 400
       union all
       select task, 'all', count(*), count(*) filter (answer = 'True') from questions
       where format = 'claim' group by task`,
    );
    expect(found.length).toBeGreaterThanOrEqual(13);
    for (const [task, phrasing, n, yes] of found) {
      const share = Number(yes) / Number(n);
      expect([task, phrasing, deviations(share, Number(n)) < 4]).toEqual([task, phrasing, true]);
      expect([task, phrasing, share > 0.45 && share < 0.55]).toEqual([task, phrasing, true]);
    }
  });

  it('puts the right option anywhere', async () => {
    const found = await rows(
      `select task, len(options), list(n order by answer_index) from
         (select task, options, answer_index, count(*) over (partition by task, answer_index) as n from questions
          where format = 'choice' qualify row_number() over (partition by task, answer_index order by question_id) = 1)
       group by all`,
    );
    expect(found.length).toBeGreaterThanOrEqual(11);
    for (const [task, options, counts] of found) {
      const n = Array.isArray(counts) ? counts.map(Number) : [];
      expect([task, n.length]).toEqual([task, Number(options)]);
      expect([task, chiSquare(n) < (LIMIT[n.length] ?? 0)]).toEqual([task, true]);
    }
  });

  it('gives the right number any rank by size', async () => {
    const size = (text: string): string => `cast(split_part(${text}, ' ', 1) as double)`;
    const found = await rows(
      `select task, list(n order by rank) from
         (select task, len(list_filter(options, lambda o: ${size('o')} < ${size('answer')})) as rank, count(*) as n
          from questions where format = 'choice' and unit = 'm'
          group by all)
       group by all`,
    );
    expect(found.map(([task]) => String(task)).sort()).toEqual(
      ['distance', 'distance_to_camera', 'height', 'point_depth', 'width'].sort(),
    );
    for (const [task, counts] of found) {
      const n = Array.isArray(counts) ? counts.map(Number) : [];
      expect([task, n.length, chiSquare(n) < 21.2, n]).toEqual([task, 4, true, n]);
    }
  });

  it('makes of the counts that are offered together each as often right', async () => {
    const found = await rows(
      `select task, offered, list(n order by answer) from
         (select task, list_sort(options) as offered, answer, count(*) as n from questions
          where format = 'choice' and unit = 'count' group by all)
       group by all having sum(n) >= 100`,
    );
    expect(found.map(([task]) => String(task)).sort()).toEqual(['count_all', 'count_left']);
    for (const [task, , counts] of found) {
      const n = Array.isArray(counts) ? counts.map(Number) : [];
      expect([task, n.length, chiSquare(n) < 21.2, n]).toEqual([task, 4, true, n]);
    }
  });

  it('names the winner first as often as second', async () => {
    const contest = `case when task = 'depth_order' then ['p', 'q'] else ['a', 'b'] end`;
    const found = await rows(
      `with named as (
         select task, format, answer, list_filter(slots, lambda s: list_contains(${contest}, s.name)) as contestants
         from questions where task in ('taller', 'nearer_object', 'depth_order') and format <> 'claim')
       select task, format, count(*), count(*) filter (answer = contestants[1].text),
              count(*) filter (answer = contestants[2].text)
       from named group by all`,
    );
    expect(found).toHaveLength(6);
    for (const [task, format, n, first, second] of found) {
      expect([task, format, Number(first) + Number(second)]).toEqual([task, format, Number(n)]);
      expect([task, format, deviations(Number(first) / Number(n), Number(n)) < 4]).toEqual([task, format, true]);
    }
  });

  it('gives no answer of an enumeration or count oftener than the runner-up', async () => {
    const found = await rows(
      `select task, format, list(n order by n desc) from
         (select task, format, answer, count(*) as n from questions
          where task in ('facing', 'perspective', 'perspective_toward', 'count_all', 'count_left')
            and (format = 'open' or unit is null) group by all)
       group by all`,
    );
    expect(found).toHaveLength(7);
    for (const [task, format, counts] of found) {
      const [most = 0, second = 0] = Array.isArray(counts) ? counts.map(Number) : [];
      // The cut is a threshold: two draws of one bucket go together, so a cell may fall short of its quota by some.
      expect([task, format, most <= second * 1.02 && most > 0]).toEqual([task, format, true]);
    }
  });

  it('names no two things of a question by the same words, and nothing without words', async () => {
    const of = (field: string): string =>
      `len(list_distinct(list_transform(list_filter(slots, lambda s: s.kind in ('object', 'pixel')), lambda s: s.${field})))`;
    expect(await rows(`select question from questions where ${of('id')} <> ${of('text')} limit 5`)).toEqual([]);
    const empty = `question is null or answer is null or question = '' or answer = '' or contains(question, '{')`;
    expect(await rows(`select task, question from questions where ${empty} limit 5`)).toEqual([]);
    const [[twice]] = [(await rows(`select count(*) - count(distinct question_id) from questions`))[0] ?? []];
    expect(Number(twice)).toBe(0);
  });

  it('lists every option once, the right one among them', async () => {
    const wrong = `options[answer_index + 1] <> answer or len(list_distinct(options)) < len(options)`;
    expect(
      await rows(`select question, options from questions where format = 'choice' and (${wrong}) limit 5`),
    ).toEqual([]);
  });
});
