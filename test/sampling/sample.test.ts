/** The stages after asking, on rows whose outcome is worked out by hand. */
import { describe, expect, it } from 'vitest';
import { samplingWarnings } from '../../runtime/synth/sample.js';
import { planOf, type Row, row, rows, type SamplePlan, sampled, task } from './asked-table.js';

const mixOf = (shares: Readonly<Record<number, number>>, total: number | null = null): SamplePlan['mix'] => ({
  levels: Object.entries(shares).map(([level, percent]) => ({ level: Number(level), sharePpm: percent * 10_000 })),
  total,
});
const countOf = (kept: readonly Row[], ...names: readonly string[]): number =>
  kept.filter((r) => names.includes(r.task)).length;
/** `count` rows of a task without a group. */
const plain = (name: string, count: number): readonly Row[] => rows(count, (i) => row(name, `${i}`));

describe('take per task', () => {
  it('keeps the tuples with the least draws of its purpose, of its own task alone', async () => {
    const asked = [...plain('a', 1000), ...plain('b', 1000)];
    const { kept, told } = await sampled(asked, planOf([task(1, 'a', { take: 100 }), task(1, 'b')]));
    expect([countOf(kept, 'a'), countOf(kept, 'b')]).toEqual([100, 1000]);
    expect(told.dropped).toEqual({ take: 900, balance: 0, mix: 0 });
    const least = plain('a', 1000)
      .toSorted((x, y) => Number(x.select) - Number(y.select))
      .slice(0, 100);
    expect(kept.filter((r) => r.task === 'a').map((r) => r.key)).toEqual(least.map((r) => r.key).toSorted());
  });

  it('comes before balance, which sees only what was taken', async () => {
    const asked = rows(1000, (i) => row('a', `${i}`, 'claim 1', i % 10 === 0 ? 'True' : 'False'));
    const { kept, told } = await sampled(asked, planOf([task(1, 'a', { take: 200 })]));
    const taken = asked.toSorted((x, y) => Number(x.select) - Number(y.select)).slice(0, 200);
    const rare = taken.filter((r) => r.value === 'True').length;
    expect(rare).toBeGreaterThan(5);
    expect(told.dropped).toEqual({ take: 800, balance: 200 - 2 * rare, mix: 0 });
    expect(kept.filter((r) => r.value === 'True')).toHaveLength(rare);
  });

  it('keeps all of a task that has no more', async () => {
    const { kept } = await sampled(plain('a', 7), planOf([task(1, 'a', { take: 7 })]));
    expect(kept).toHaveLength(7);
  });
});

describe('balance', () => {
  it('cuts the most frequent to the runner-up, and nothing without a group', async () => {
    const asked = [
      ...rows(60, (i) => row('a', `f${i}`, 'open', 'front')),
      ...rows(30, (i) => row('a', `l${i}`, 'open', 'left')),
      ...rows(10, (i) => row('a', `b${i}`, 'open', 'back')),
      ...rows(9, (i) => ({ ...row('a', `c${i}`, 'choice', 'front'), others: ['left'] })),
      ...plain('a', 5),
    ];
    const { kept, told } = await sampled(asked, planOf([task(1, 'a')]));
    const count = (group: string | null, value: string | null): number =>
      kept.filter((r) => r.group === group && r.value === value).length;
    expect([count('open', 'front'), count('open', 'left'), count('open', 'back')]).toEqual([30, 30, 10]);
    expect([count('choice', 'front'), count(null, null)]).toEqual([0, 5]);
    expect(told.oneSided).toEqual([{ task: 'a', group: 'choice', value: 'front', count: 9 }]);
    expect(samplingWarnings(told)).toEqual([
      'Task `a` (choice): all 9 answers were front, and none was kept, since a constant answer teaches nothing.',
    ]);
  });
});

describe('warnings', () => {
  it('tell constant answers in one line per task', () => {
    const oneSided = [
      { task: 'a', group: 'claim 1', value: 'True', count: 4 },
      { task: 'b', group: 'open', value: 'left', count: 1 },
      { task: 'a', group: 'claim 2', value: 'False', count: 2 },
    ];
    expect(
      samplingWarnings({
        dropped: { take: 0, balance: 6, mix: 0 },
        oneSided,
        told: [],
        shortLevels: [],
        unmixedLevels: [],
      }),
    ).toEqual([
      'Task `a`: in 2 groups with 6 questions, such as (claim 1), all answers were the same, and none was kept, since a constant answer teaches nothing.',
      'Task `b` (open): the only answer was left, and none was kept, since a constant answer teaches nothing.',
    ]);
  });

  it('tell what befell many tasks in one line', () => {
    const names = ['a', 'b', 'c', 'd'];
    expect(
      samplingWarnings({
        dropped: { take: 0, balance: 8, mix: 0 },
        oneSided: names.map((task) => ({ task, group: 'claim 1', value: 'True', count: 2 })),
        told: [...names.map((task) => ({ task, asked: 10, kept: 2 })), { task: 'e', asked: 10, kept: 9 }],
        shortLevels: [],
        unmixedLevels: [],
      }),
    ).toEqual([
      'In 4 groups of 4 tasks, with 8 questions, such as `a` (claim 1), all answers were the same, and none was kept, since a constant answer teaches nothing.',
      'Of 40 choices and claims of 4 tasks 8 were kept, such as of `a`; the text of the others tells their answers. More scenes keep more, and `--balance answers` keeps what text tells.',
    ]);
  });
});

describe('balance by the forms of references', () => {
  /** `n` rows of each value, of one group. */
  const of = (form: string, counts: Readonly<Record<string, number>>): readonly Row[] =>
    Object.entries(counts).flatMap(([value, n]) =>
      rows(n, (i) => row('a', `${form} ${value} ${i}`, 'open', value, form)),
    );
  const counted = async (asked: readonly Row[]): Promise<Readonly<Record<string, number>>> => {
    const { kept } = await sampled(asked, planOf([task(1, 'a')]));
    const counts: Record<string, number> = {};
    for (const { key } of kept) {
      const cell = key.replace(/ \d+$/, '');
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    return counts;
  };

  it('makes each as often true as false, and rare forms together', async () => {
    const asked = [
      ...of('box', { True: 200, False: 100 }),
      ...of('leftmost', { True: 50, False: 90 }),
      // 12 and 31, under 100: together 11 are true and 32 are false.
      ...of('nearest', { True: 10, False: 2 }),
      ...of('tallest', { True: 1, False: 30 }),
    ];
    const found = await counted(asked);
    expect([found['box True'], found['box False']]).toEqual([100, 100]);
    expect([found['leftmost True'], found['leftmost False']]).toEqual([50, 50]);
    expect([found['nearest True'], found['tallest True']]).toEqual([10, 1]);
    expect((found['nearest False'] ?? 0) + (found['tallest False'] ?? 0)).toBe(11);
  });

  it('cuts every answer of a form to the rarer of the two that are the most frequent in the group', async () => {
    const asked = [
      ...of('leftmost', { front: 60, left: 62, right: 90 }),
      ...of('box', { front: 100, left: 80, right: 8 }),
    ];
    // Of the group: front 160, left 142, right 98.
    expect(await counted(asked)).toEqual({
      ...{ 'leftmost front': 60, 'leftmost left': 60, 'leftmost right': 60 },
      ...{ 'box front': 80, 'box left': 80, 'box right': 8 },
    });
  });

  it('takes of equally frequent answers those that come first by their bytes', async () => {
    const asked = [
      ...of('leftmost', { left: 10, front: 70, right: 90 }),
      ...of('box', { left: 90, front: 30, right: 10 }),
    ];
    // All 100: front and left, so 10 each of the leftmost (under 100 of both: rare, but the other is not).
    expect(await counted(asked)).toEqual({
      ...{ 'leftmost front': 10, 'leftmost left': 10, 'leftmost right': 10 },
      ...{ 'box front': 30, 'box left': 30, 'box right': 10 },
    });
  });

  it('keeps nothing of a form that has but one of the two', async () => {
    const asked = [...of('leftmost', { True: 150, False: 0 }), ...of('box', { True: 70, False: 80 })];
    expect(await counted(asked)).toEqual({ 'box True': 70, 'box False': 70 });
  });

  it('is plain balance where all is rare', async () => {
    const asked = [...of('leftmost', { front: 20, left: 3 }), ...of('box', { front: 4, left: 9, right: 30 })];
    const found = await counted(asked);
    const sum = (value: string): number => (found[`leftmost ${value}`] ?? 0) + (found[`box ${value}`] ?? 0);
    expect(['front', 'left', 'right'].map(sum)).toEqual([24, 12, 24]);
  });
});

describe('mix without a total', () => {
  const tasks = [
    task(0, 'p'),
    task(1, 'q', { weight: 700 }),
    task(1, 'r', { weight: 300 }),
    task(1, 's', { weight: 5 }),
  ];
  const asked = [...plain('p', 40), ...plain('q', 10), ...plain('r', 50)];

  it('weighs questions and drops none', async () => {
    const { kept, weights, told } = await sampled(asked, planOf(tasks, mixOf({ 0: 20, 1: 80 })));
    expect(kept).toHaveLength(100);
    // 0.2 / 40; of 0.8, seven and three tenths, since `s` asked nothing, over 10 and 50 questions.
    expect(weights).toEqual({ p: 0.005, q: 0.056, r: 0.0048, s: 0 });
    expect(told.shortLevels).toEqual([]);
  });

  it('gives weights that add up to the shares', async () => {
    const { weights, kept } = await sampled(asked, planOf(tasks, mixOf({ 0: 20, 1: 80 })));
    const sum = (...names: readonly string[]): number =>
      names.reduce((all, name) => all + (weights[name] ?? 0) * countOf(kept, name), 0);
    expect(sum('p')).toBeCloseTo(0.2, 12);
    expect(sum('q', 'r', 's')).toBeCloseTo(0.8, 12);
    expect(sum('q') / sum('r')).toBeCloseTo(7 / 3, 12);
  });

  it('tells of a level without questions and of one without a share', async () => {
    const { told, weights } = await sampled(plain('p', 4), planOf(tasks, mixOf({ 1: 80 })));
    expect(weights).toEqual({ p: 0, q: 0, r: 0, s: 0 });
    expect(samplingWarnings(told)).toEqual([
      'Level 1 asked nothing: its share of the mix, 80%, stays empty.',
      'Level 0 has no share in `mix`: none of it is ever drawn.',
    ]);
  });

  it('is 1 for every question where there is no mix', async () => {
    expect((await sampled(asked, planOf(tasks))).weights).toEqual({ p: 1, q: 1, r: 1, s: 1 });
  });
});

describe('mix with a total', () => {
  const tasks = [task(0, 'p'), task(1, 'claims', { weight: 3 }), task(1, 'words'), task(2, 'few'), task(2, 'fewer')];
  const claims = rows(6000, (i) => row('claims', `${i}`, `claim ${(i % 3) + 1}`, i % 2 === 0 ? 'True' : 'False'));
  const words = rows(9000, (i) => row('words', `${i}`, 'open', ['left', 'right', 'front'][i % 3] ?? null));
  const asked = [...plain('p', 20_000), ...claims, ...words, ...plain('few', 30), ...plain('fewer', 5)];
  const mix = mixOf({ 0: 50, 1: 40, 2: 10 }, 4000);

  it('meets the quotas within the grid; a short level gives all it has, and no other gives more', async () => {
    const { kept, told, weights } = await sampled(asked, planOf(tasks, mix));
    // 2000 of 20,000 in one cell: at most the others of one place are missing.
    expect(countOf(kept, 'p')).toBeGreaterThan(1990);
    expect(countOf(kept, 'p')).toBeLessThanOrEqual(2000);
    // 1600 by weights 3 and 1; cells of 1000 and 3000 rows seldom have two in a place.
    expect(countOf(kept, 'claims')).toBeGreaterThan(1194);
    expect(countOf(kept, 'claims')).toBeLessThanOrEqual(1200);
    expect(countOf(kept, 'words')).toBeGreaterThan(396);
    expect(countOf(kept, 'words')).toBeLessThanOrEqual(400);
    expect(countOf(kept, 'few', 'fewer')).toBe(35);
    expect(told.shortLevels).toEqual([{ level: 2, sharePpm: 100_000, wanted: 400, had: 35 }]);
    expect(told.dropped.mix).toBe(asked.length - kept.length);
    expect(Object.values(weights)).toEqual([1, 1, 1, 1, 1]);
    expect(samplingWarnings(told)).toEqual([
      'Level 2 gave all it had, 35 of the 400 questions of its share (10%); other levels give no more for it.',
    ]);
  });

  it('leaves balanced what was balanced, cell by cell', async () => {
    const { kept } = await sampled(asked, planOf(tasks, mix));
    const cells = new Map<string, number>();
    for (const { task: name, group, value } of kept.filter((r) => r.group !== null)) {
      const cell = `${name} ${group} ${value}`;
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
    }
    // 1200 in six cells, 400 in three; a cell misses at most what shares its last place.
    for (const [cell, count] of cells) {
      const quota = cell.startsWith('claims') ? 200 : 134;
      expect([cell, count <= quota && count >= quota - 3]).toEqual([cell, true]);
    }
    expect(cells.size).toBe(9);
  });

  it('drops more by the same order when less is wanted', async () => {
    const keys = async (total: number): Promise<ReadonlySet<string>> => {
      const { kept } = await sampled(plain('p', 5000), planOf([task(0, 'p')], mixOf({ 0: 50 }, total)));
      return new Set(kept.map((r) => r.key));
    };
    const [few, many] = [await keys(400), await keys(3000)];
    expect(few.size).toBeGreaterThan(195);
    expect([...few].every((key) => many.has(key))).toBe(true);
  });

  it('does not always favour the same truth where a quota is odd', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `t${i}`);
    const asked = names.flatMap((name) =>
      rows(200, (i) => row(name, `${i}`, 'claim 1', i % 2 === 0 ? 'True' : 'False')),
    );
    // 25 of each task: 12 and 13.
    const plan = planOf(
      names.map((name) => task(1, name)),
      mixOf({ 1: 100 }, 1000),
    );
    const { kept } = await sampled(asked, plan);
    expect(kept.length).toBeGreaterThan(985);
    const surplus = names.map((name) => kept.filter((r) => r.task === name && r.value === 'True').length - 12);
    expect(surplus.filter((s) => s > 0).length).toBeGreaterThan(8);
    expect(surplus.filter((s) => s <= 0).length).toBeGreaterThan(8);
  });

  it('leaves levels as they are when others are left out', async () => {
    for (const each of [mix, mixOf({ 0: 50, 1: 40, 2: 10 })]) {
      const whole = await sampled(asked, planOf(tasks, each));
      for (const level of [0, 1, 2]) {
        const chosen = tasks.filter((t) => t.level === level);
        const names = chosen.map((t) => t.name);
        const alone = await sampled(
          asked.filter((r) => names.includes(r.task)),
          planOf(chosen, each),
        );
        expect(alone.kept).toEqual(whole.kept.filter((r) => names.includes(r.task)));
        expect(alone.weights).toEqual(Object.fromEntries(names.map((name) => [name, whole.weights[name]])));
      }
    }
  });
});
