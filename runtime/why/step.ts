/** Evidence with the numbers of one tuple put in: what `spq why` prints and writes as JSON. */
import type { Candidates, Choice, Evidence, Margin, Probe, Sector } from '../../compiler/plan/probe.js';
import { type Apart, apartIn, marginOf } from './margin.js';
import { amount, type Dimension } from './quantity.js';
import { numberIn, type Row, textIn, truthIn } from './scene-queries.js';
import { clockwise, filled, type Plain, told } from './value.js';

export interface Step {
  /** Where the recipe or the library says it; offsets into the text of that file. */
  readonly at: Evidence['at'];
  readonly written: string;
  /** With the numbers put in; null where that is the value itself. */
  readonly formula: string | null;
  readonly value: Plain;
  readonly text: string;
  readonly apart: Apart | null;
  /** What else decided it: by how much the chosen one is ahead, how far a direction is from the border of its sector. */
  readonly remarks: readonly string[];
  readonly candidates: readonly CandidateStep[];
  readonly parts: readonly Step[];
}

/** A thing of the scene that a range looked at, and what was asked of it. */
export interface CandidateStep {
  readonly objectId: string;
  readonly category: string;
  readonly certain: boolean;
  /** A region that may hold many. */
  readonly crowd: boolean;
  /** It may be called as those that are ranged over. */
  readonly kin: boolean;
  /** Whether it is one of those that are ranged over; null: perhaps. */
  readonly belongs: boolean | null;
  readonly where: Step;
  /** Of a choice among them: by what. */
  readonly by: Step | null;
}

/** Rows of the candidates, by the number of their query. */
export type CandidateRows = readonly (readonly Row[])[];

export function stepOf(evidence: Evidence, row: Row, candidates: CandidateRows): Step {
  const { value, text } = told(evidence.value, row);
  const apart = (evidence.compared && apartIn(evidence.compared, row)) ?? null;
  return {
    at: evidence.at,
    written: evidence.written,
    formula: evidence.put ? filled(evidence.put, row) : null,
    value,
    text,
    apart,
    remarks: [
      ...(evidence.choice ? choiceRemarks(evidence.choice, evidence.parts, row) : []),
      ...(evidence.sector ? sectorRemarks(evidence.sector, row) : []),
      ...(evidence.candidates ? coverRemarks(evidence.candidates, row) : []),
      ...(evidence.candidates ? pickedRemarks(evidence.candidates, candidates) : []),
    ],
    candidates: evidence.candidates ? candidateSteps(evidence.candidates, candidates) : [],
    parts: evidence.parts.map((part) => stepOf(part, row, candidates)),
  };
}

interface Valued {
  readonly name: string;
  /** Null is unknown. */
  readonly whole: number | null;
}

interface Order {
  readonly most: 'least' | 'greatest';
  /** Undefined: all are put in order. */
  readonly rank: number | undefined;
  readonly margin: Margin;
  readonly dimension: Dimension;
}

function choiceRemarks(
  { members, most, rank, margin }: Choice,
  parts: readonly Evidence[],
  row: Row,
): readonly string[] {
  const values = members.map((name, i): Valued => {
    const reading = parts[i]?.value;
    return { name, whole: reading?.kind === 'number' ? numberIn(row, reading.column) : null };
  });
  const [first] = parts;
  return first?.value.kind === 'number'
    ? orderRemarks(values, { most, rank, margin, dimension: first.value.dimension })
    : [];
}

/** `b 1.201 m, a 0.743 m`, `b before a by 0.458 m, margin 0.120 m`; unknown values are said to be so. */
function orderRemarks(values: readonly Valued[], { most, rank, margin, dimension }: Order): readonly string[] {
  const missing = values.filter(({ whole }) => whole === null).map(({ name }) => name);
  if (missing.length > 0) return [`unknown for ${missing.join(', ')}`];
  const known = values.flatMap(({ name, whole }) => (whole === null ? [] : [{ name, whole }]));
  const sorted = known.toSorted((a, b) => (most === 'least' ? a.whole - b.whole : b.whole - a.whole));
  const steps = sorted.slice(0, -1).flatMap((one, i) => {
    const next = sorted[i + 1];
    // A rank is decided by its two neighbours, an order by all of them.
    if (!next || (rank !== undefined && (i + 1 > rank || i + 1 < rank - 1))) return [];
    const by = Math.abs(next.whole - one.whole);
    const needed = marginOf(margin, [one.whole, next.whole]);
    const clear = by > needed ? 'margin' : 'within the margin of';
    const apart =
      by === 0 ? `${one.name} and ${next.name} alike` : `${one.name} before ${next.name} by ${amount(by, dimension)}`;
    return [`${apart}, ${clear} ${amount(needed, dimension)}`];
  });
  return [sorted.map(({ name, whole }) => `${name} ${amount(whole, dimension)}`).join(', '), ...steps];
}

function sectorRemarks({ values, of, aroundDegrees, marginUm, bandDegrees }: Sector, row: Row): readonly string[] {
  if (of.kind !== 'vector' && of.kind !== 'direction') return [];
  const [right, forward] = [numberIn(row, of.right), numberIn(row, of.forward)];
  if (right === null || forward === null) return [];
  const angle = clockwise(right, forward);
  const width = aroundDegrees / values.length;
  const from = (((angle + width / 2) % width) + width) % width;
  const border = Math.min(from, width - from);
  const far = Math.sqrt(right * right + forward * forward);
  const across = far * Math.sin((border * Math.PI) / 180);
  const ahead = of.kind === 'vector' ? 'ahead' : 'away';
  return [
    `${angle.toFixed(1)} deg clockwise from ${ahead}, ${border.toFixed(1)} deg from the border of its sector, margin ${bandDegrees.toFixed(1)} deg`,
    ...(marginUm === undefined
      ? []
      : [
          `${amount(far, 'length')} off, at least ${amount(3 * marginUm, 'length')}; ${amount(across, 'length')} from the border, margin ${amount(marginUm, 'length')}`,
        ]),
  ];
}

const coverRemarks = ({ categories }: Candidates, row: Row): readonly string[] =>
  categories.map((category) => `all that is called ${told(category, row).text} must be listed by the scene`);

function candidateSteps({ query, where, by }: Candidates, rows: CandidateRows): readonly CandidateStep[] {
  const steps = (rows[query] ?? []).map((row): CandidateStep => {
    const condition = stepOf(where, row, rows);
    return {
      objectId: textIn(row, 'object_id') ?? '',
      category: textIn(row, 'category') ?? '',
      certain: truthIn(row, 'certain') === true,
      crowd: truthIn(row, 'crowd') === true,
      kin: truthIn(row, 'kin') === true,
      belongs: typeof condition.value === 'boolean' ? condition.value : null,
      where: condition,
      by: by ? stepOf(by, row, rows) : null,
    };
  });
  return steps.toSorted((a, b) => (a.objectId < b.objectId ? -1 : 1));
}

/** Of `let n = the object …`: those that may belong, in the order of their measure. */
function pickedRemarks({ query, where, by, most, margin }: Candidates, rows: CandidateRows): readonly string[] {
  if (!by || !most || !margin) return [];
  const among = (rows[query] ?? []).filter((row) => told(where.value, row).value !== false);
  const values = among.map((row) => ({
    name: textIn(row, 'object_id') ?? '',
    whole: by.value.kind === 'number' ? numberIn(row, by.value.column) : null,
  }));
  const dimension = by.value.kind === 'number' ? by.value.dimension : undefined;
  return dimension ? orderRemarks(values, { most, rank: 1, margin, dimension }) : [];
}

/** The clauses of a probe as steps. */
export interface Line {
  readonly clause: Probe['body']['lines'][number]['clause'];
  /** Of a `let`: its name. */
  readonly name: string;
  /** Of a claim: its number, from 0; null for what is no claim. */
  readonly claim: number | null;
  /** What the margin is measured in that decided it; null where none did. */
  readonly margin: Dimension | null;
  readonly step: Step;
}

export const linesOf = (lines: Probe['body']['lines'], row: Row, candidates: CandidateRows): readonly Line[] =>
  lines.map(({ clause, name, claim, margin, evidence }) => ({
    clause,
    name,
    claim: claim ?? null,
    margin: margin ?? null,
    step: stepOf(evidence, row, candidates),
  }));
