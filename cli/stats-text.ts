/** The figures of a store for reading in a terminal: what is usual in a line each, what is beyond its bounds in full. */
import type { BaselineName, BaselineResult } from '../runtime/stats/baselines/result.js';
import type { Finding } from '../runtime/stats/finding.js';
import { causes, type Funnel } from '../runtime/stats/funnel/report.js';
import type { Stats } from '../runtime/stats/report.js';
import { aligned } from './aligned.js';
import { counted, grouped } from './counted.js';

/** Parts with an empty line between; ends with a line break. */
export function statsText(stats: Stats): string {
  const parts = [
    overview(stats),
    questions(stats),
    answers(stats),
    references(stats),
    shares(stats),
    baselines(stats),
    ...(stats.funnel ? [tuples(stats.funnel), margins(stats.funnel)] : []),
    stages(stats),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function overview({ sources, questions: all, repetition }: Stats): readonly string[] {
  const whole = repetition.find(({ task }) => task === null);
  const perScene = whole
    ? `, ${(whole.questions / whole.scenes).toFixed(1)} per scene that has any, at most ${whole.mostPerScene}`
    : '';
  const facts = whole ? `; ${counted(whole.facts, 'distinct fact')}` : '';
  return [
    ...sources.map((s) => `${s.source}: ${counted(s.scenes, 'scene')} with ${counted(s.objects, 'object')}`),
    `${counted(all, 'question')}${perScene}${facts}`,
  ];
}

function questions({ counts, repetition }: Stats): readonly string[] {
  const splits = [...new Set(counts.map(({ split }) => split))];
  const tasks = [...new Set(counts.map(({ task }) => task))];
  const sum = (test: (c: Stats['counts'][number]) => boolean): string =>
    grouped(counts.filter(test).reduce((all, c) => all + c.questions, 0));
  const rows = tasks.map((task) => {
    const own = repetition.find((r) => r.task === task);
    const level = counts.find((c) => c.task === task)?.level ?? 0;
    return [
      `${level}`,
      task,
      sum((c) => c.task === task),
      ...(['open', 'choice', 'claim'] as const).map((f) => sum((c) => c.task === task && c.format === f)),
      ...splits.map((split) => sum((c) => c.task === task && c.split === split)),
      own ? (own.questions / own.scenes).toFixed(1) : '',
      own ? grouped(own.facts) : '',
    ];
  });
  const head = ['level', 'task', 'questions', 'open', 'choice', 'claim', ...splits, 'per scene', 'facts'];
  return ['Questions', ...aligned(head, rows)];
}

function answers({ answers: histograms }: Stats): readonly string[] {
  const rows = histograms.map(({ task, of, unit, questions: all, distinct, majority, bins }) => {
    const [first, last] = [bins[0], bins.at(-1)];
    const range =
      first && last && 'from' in first && 'to' in last ? `${short(first.from)} to ${short(last.to)} ${unit ?? ''}` : '';
    const words = bins.flatMap((bin) => ('answer' in bin ? [`${bin.answer} ${percent(bin.questions / all)}`] : []));
    const told = range === '' && majority >= 0.005 ? words.slice(0, 3).join(', ') : range;
    return [task, of, grouped(all), grouped(distinct), percent(majority), told];
  });
  return ['Answers', ...aligned(['task', 'of', 'questions', 'distinct', 'majority', ''], rows)];
}

const short = (value: number): string => String(Number(value.toPrecision(3)));

function references({ references: all }: Stats): readonly string[] {
  if (all.length === 0) return [];
  const strategies = [...new Set(all.map(({ strategy }) => strategy))].toSorted();
  const tasks = [...new Set(all.map(({ task }) => task))];
  const rows = tasks.map((task) => {
    const own = all.filter((r) => r.task === task);
    const sum = own.reduce((n, { holes }) => n + holes, 0);
    const share = (strategy: string): string => percent((own.find((r) => r.strategy === strategy)?.holes ?? 0) / sum);
    return [task, grouped(sum), ...strategies.map(share)];
  });
  return ['References, by strategy', ...aligned(['task', 'holes', ...strategies], rows)];
}

function shares({ shares: findings }: Stats): readonly string[] {
  const beyond = findings.filter((f) => f.beyond);
  const first = `Shares beside chance: ${findings.length} looked at, ${beyond.length === 0 ? 'none' : beyond.length} beyond its bound`;
  if (beyond.length === 0) return [first];
  const row = (f: Finding): readonly string[] => [
    ...[f.task, f.about === '' ? f.figure : `${f.figure}: ${f.about}`],
    ...[grouped(f.n), percent(f.found), percent(f.chance)],
  ];
  return [first, ...aligned(['task', 'share', 'questions', 'found', 'chance'], beyond.map(row))];
}

const names: readonly BaselineName[] = ['majority', 'text only', 'category prior', '2D boxes only'];

/** A line per task and format: what each baseline reaches; `!` where it is beyond its bound. */
function baselines({ baselines: results }: Stats): readonly string[] {
  if (results.length === 0) return ['Baselines: there are not captures enough to learn on some and try on others.'];
  const groups = new Map<string, BaselineResult[]>();
  for (const result of results) {
    const key = JSON.stringify([result.task, result.format]);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  const rows = [...groups.values()].map((own) => {
    const [first] = own;
    const told = (name: BaselineName): string => {
      const found = own.find(({ baseline }) => baseline === name);
      if (!found) return '';
      return `${(100 * found.accuracy).toFixed(1)} ± ${(100 * found.standardError).toFixed(1)}${found.beyond ? ' !' : '  '}`;
    };
    const chance = first?.chance ?? null;
    return [
      first?.task ?? '',
      first?.format ?? '',
      chance === null ? '' : (100 * chance).toFixed(1),
      ...names.map(told),
    ];
  });
  return [
    'Baselines: right answers on captures that they have not seen, per cent ± standard error; ! where beyond chance',
    ...aligned(['task', 'format', 'chance', ...names], rows),
  ];
}

function tuples({ scenes, of, drops }: Funnel): readonly string[] {
  const whole = drops.filter(({ category }) => category === null);
  const found = causes.filter((cause) => whole.some((d) => d.cause === cause));
  const tasks = [...new Set(whole.map(({ task }) => task))];
  const rows = tasks.map((task) => {
    const own = whole.filter((d) => d.task === task);
    const sum = (test: (d: Funnel['drops'][number]) => boolean): string =>
      grouped(own.filter(test).reduce((n, d) => n + d.tuples, 0));
    return [task, sum(() => true), ...found.map((cause) => sum((d) => d.cause === cause))];
  });
  const where = `Where tuples went, in ${grouped(scenes)} of ${counted(of, 'scene')}; by source and category with --json or --html`;
  return [where, ...aligned(['task', 'tuples', ...found], rows)];
}

/** How many of the asked lie within one and a half margins, and within three. */
function margins({ margins: histograms }: Funnel): readonly string[] {
  if (histograms.length === 0) return [];
  const rows = histograms.map(({ task, questions: all, bins }) => {
    const within = (most: number): string =>
      percent(bins.filter(({ to }) => to <= most * 1.0001).reduce((n, bin) => n + bin.questions, 0) / all);
    return [task, grouped(all), within(10 ** 0.2), within(10 ** 0.5), within(10)];
  });
  return [
    'Distance to the margin of what was asked there, in margins',
    ...aligned(['task', 'questions', 'under 1.6', 'under 3.2', 'under 10'], rows),
  ];
}

function stages({ stages: all }: Stats): readonly string[] {
  if (all === null) return [];
  const rows = all.map(({ task, asked, take, balance, mix }) => [task, ...[asked, take, balance, mix].map(grouped)]);
  return ['What sampling left', ...aligned(['task', 'asked', 'take per task', 'balance', 'mix'], rows)];
}
