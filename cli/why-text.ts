/** An explanation as a person reads it: what was asked, about what, how the answer came about, and why names are as they are. */
import { visible } from '../compiler/diagnostics/visible.js';
import type { Explanation } from '../runtime/why/explain.js';
import type { NameReport, TriedStrategy } from '../runtime/why/naming.js';
import type { CandidateStep, Line, Step } from '../runtime/why/step.js';
import type { ThingReport } from '../runtime/why/things.js';

/** `quickstart.spq:90`: where a step is written. */
export type PlaceOf = (at: Step['at']) => string;

/** Text of several lines; ends with a line break. */
export function whyText(e: Explanation, placeOf: PlaceOf): string {
  return `${[asked(e), scene(e), decided(e, placeOf), named(e)]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

const units = {
  length: ' m',
  area: ' m2',
  volume: ' m3',
  angle: ' deg',
  ratio: '',
  count: '',
  picture: ' px',
} as const;

const shown = (value: unknown): string => visible(typeof value === 'object' ? JSON.stringify(value) : String(value));

function asked(e: Explanation): readonly string[] {
  const q = e.question;
  const body = e.body === '' ? '' : `, with ${e.body}`;
  const about = `${e.task}${body}, level ${e.level}, ${e.format}`;
  if (!q) return [`not asked: ${about} (it would be question ${e.questionId})`, ...e.left.map((cause) => `  ${cause}`)];
  const options = Array.isArray(q.options) ? q.options : [];
  const known = (name: string, value: unknown): readonly string[] =>
    value === null || value === undefined ? [] : [`  ${name} ${shown(value)}`];
  return [
    `question ${e.questionId}: ${about}, split ${shown(q.split)}`,
    `  ${shown(q.question)}`,
    ...options.map((option, i) => `  (${String.fromCodePoint(65 + i)}) ${shown(option)}`),
    `  -> ${shown(q.answer)}`,
    ...known('reason', q.reason),
    ...known('value', q.value === null ? null : `${String(q.value)} ${String(q.unit)}`),
    ...known('right is', q.accept),
    ...known('margin of what decided it', margin(e)),
  ];
}

/** `0.1 m`; nothing where none decided it. */
function margin({ lines, question }: Explanation): string | null {
  const value = question?.margin;
  if (value === null || value === undefined) return null;
  if (value === 0) return '0: exact';
  const deciders = lines.filter(({ clause }) => clause === 'answer' || clause === 'claim' || clause === 'statement');
  const dimension = deciders.find((line) => line.margin !== null)?.margin;
  return `${String(value)}${dimension ? units[dimension] : ''}`;
}

function scene({ scene: s, things, names }: Explanation): readonly string[] {
  const told = [
    `${s.width} x ${s.height}`,
    `intrinsics ${s.intrinsicsSource ?? 'unknown'}`,
    `up ${s.upSource ?? 'unknown'}`,
    s.floorHeight === null ? 'floor unknown' : `floor ${(-s.floorHeight).toFixed(2)} m below the camera`,
    s.metric ? 'lengths in metres' : 'lengths without a scale',
  ];
  return [
    `scene ${visible(s.sceneId)} of ${visible(s.source)}: ${told.join(', ')}`,
    ...things.flatMap((thing) =>
      thingLines(
        thing,
        names.find((n) => n.name === thing.name),
      ),
    ),
  ];
}

function thingLines(thing: ThingReport, name: NameReport | undefined): readonly string[] {
  const words = name?.words ? `  "${visible(name.words)}"` : '';
  return [`  ${thing.name}  ${visible(thing.id)}${words}`, `     ${factsOf(thing).map(visible).join('; ')}`];
}

function factsOf(thing: ThingReport): readonly string[] {
  const vector = (v: readonly number[] | null): string =>
    v ? `(${v.map((n) => n.toFixed(2)).join(', ')})` : 'unknown';
  const percent = (share: number | null): string => (share === null ? 'unknown' : `${Math.round(share * 100)}%`);
  const listed = `its kind is ${thing.coverage === null ? 'not said to be listed' : thing.coverage}`;
  const coverage = `${listed}${thing.coverageMethod === null ? '' : ` (${thing.coverageMethod})`}`;
  if (thing.kind === 'pixel') return [`at ${vector(thing.at)} px`, `point ${vector(thing.point)} m`];
  if (thing.kind === 'category') return [coverage];
  const score = thing.score === null ? '' : `, score ${thing.score}`;
  const caption = thing.caption === null ? [] : [`"${thing.caption}", verified by ${thing.verifiedBy ?? 'nobody'}`];
  return [
    `${thing.category ?? ''}, ${thing.presence ?? ''}${score}`,
    `box ${thing.extent ?? 'unknown'}, from ${thing.provenance ?? ''}: centre ${vector(thing.centre)} m, size ${vector(thing.size)} m`,
    `seen ${percent(thing.visibility)}, outside the picture ${percent(thing.truncation)}`,
    `front ${thing.front ?? 'unknown'}`,
    coverage,
    ...caption,
  ];
}

function decided({ lines, negated }: Explanation, placeOf: PlaceOf): readonly string[] {
  if (lines.length === 0) return [];
  return ['how it came about', ...lines.flatMap((line) => lineOf(line, negated, placeOf))];
}

function lineOf({ clause, name, claim, step }: Line, negated: boolean, placeOf: PlaceOf): readonly string[] {
  const contrary = negated && claim !== null ? '; the sentence says the contrary' : '';
  const head = `  ${clause} ${name === '' ? '' : `${name} = `}${visible(step.written)}`;
  return [`${head}   [${placeOf(step.at)}]`, `    ${result(step)}${contrary}`, ...below(step, '    ')];
}

/** `0.790 m > 1.020 m: false (0.230 m apart, margin 0.102 m)` */
function result({ formula, value, text, apart }: Step): string {
  const sign = typeof value === 'boolean' || value === null ? ': ' : ' = ';
  const made = formula === null ? '' : `${formula}${sign}`;
  return visible(`${made}${text}${apart ? ` (${apart.text})` : ''}`);
}

function below(step: Step, indent: string): readonly string[] {
  const own = [
    ...step.remarks.map((remark) => `${indent}  ${visible(remark)}`),
    ...candidateLines(step.candidates, `${indent}  `),
  ];
  // The values of a choice stand in its remarks already.
  const parts = step.remarks.length > 0 ? step.parts.filter(isMore) : step.parts;
  return [...own, ...parts.flatMap((part) => partLines(part, `${indent}  `))];
}

const isMore = ({ formula, parts, remarks }: Step): boolean =>
  formula !== null || parts.length > 0 || remarks.length > 0;

function partLines(step: Step, indent: string): readonly string[] {
  return [`${indent}${visible(step.written)}   ${result(step)}`, ...below(step, indent)];
}

/** What is clearly called otherwise is only counted. */
function candidateLines(candidates: readonly CandidateStep[], indent: string): readonly string[] {
  const near = candidates.filter(({ kin }) => kin);
  const none = candidates.length - near.length;
  return [
    ...near.flatMap((candidate) => candidateOf(candidate, indent)),
    ...(none > 0 ? [`${indent}called otherwise: ${none} of ${candidates.length} candidates of the scene`] : []),
  ];
}

function candidateOf(candidate: CandidateStep, indent: string): readonly string[] {
  const { objectId, category, certain, crowd, belongs, where, by } = candidate;
  const kind = crowd ? 'a crowd of them' : certain ? 'certain' : 'may be there';
  const value = by ? `, ${by.written} ${result(by)}` : '';
  const sure = belongs === false ? 'no' : belongs && certain ? 'yes' : 'perhaps';
  return [
    `${indent}${visible(objectId)} (${visible(category)}, ${kind}): ${sure}${value}`,
    ...where.parts.flatMap((part) => partLines(part, `${indent}  `)),
  ];
}

function named({ names }: Explanation): readonly string[] {
  if (names.length === 0) return [];
  return ['names', ...names.flatMap(nameLines)];
}

const outcomes: Readonly<Record<TriedStrategy['outcome'], string>> = {
  used: 'used',
  unavailable: 'not in this scene',
  alike: 'not for all',
  later: 'not needed',
  refused: 'refused',
};

function nameLines({ name, words, colour, alike, tried }: NameReport): readonly string[] {
  const with_ = alike.length > 0 ? `, named alike with ${alike.join(' and ')}` : '';
  const box = colour === null ? '' : `, in the ${colour} box`;
  return [
    `  ${name}: ${words === null ? 'no name' : `"${visible(words)}"`}${box}${with_}`,
    ...tried.map(
      ({ strategy, outcome, because }) =>
        `     ${strategy}: ${outcomes[outcome]}${because.length > 0 ? `; ${because.map(visible).join('; ')}` : ''}`,
    ),
  ];
}
