/**
 * What a run needs besides questions that make sense: sources that give the facts, something to ask, a place to write to.
 * Needs no IR and no SQL, so that a recipe can be checked without making either.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/span.js';
import type { NameDemand, TaskProgram, WordDemand } from '../ir/program.js';
import {
  type Provision,
  type SourceName,
  type SourceOperator,
  type SourceWords,
  sourceOperators,
} from '../std/operators.js';
import { boxesNeed, exampleOf, roleNames, roles } from '../std/perception.js';
import { checkWords } from './check-words.js';
import { badEmitPath, noEmit, noName, noProvider, noSource, noTask } from './errors.js';
import { type NamedPerception, perceivable } from './perceive.js';
import type { Plan, PlannedMix, PlannedSource } from './plan.js';

export interface Request {
  readonly name: string;
  readonly text: string;
  readonly span: Span;
  readonly seed: number;
  readonly sources: readonly PlannedSource[];
  /** What the recipe names, needed or not. */
  readonly perceptions: readonly NamedPerception[];
  readonly emits: readonly (Plan['emits'][number] & { readonly span: Span })[];
  /** `--set name=path`: folders that replace the recipe's. */
  readonly sourcePaths: Readonly<Record<string, string>>;
  /** What a run was told to ask alone. */
  readonly chosen: { readonly levels: readonly number[] | undefined; readonly tasks: readonly string[] | undefined };
  readonly mix: { readonly levels: PlannedMix['levels']; readonly total: number | undefined } | undefined;
  readonly split: Plan['split'];
  /** The words of each kind of source; without it words are taken as they are. */
  readonly words?: ((source: SourceName) => SourceWords) | undefined;
}

type AskedTask = Pick<TaskProgram, 'name' | 'demands'> & {
  readonly names: readonly NameDemand[];
  readonly words: readonly WordDemand[];
};

export function checkRequest(tasks: readonly AskedTask[], request: Request, report: Report): void {
  if (request.sources.length === 0 && tasks.length > 0) report(noSource({}, request.span));
  if (tasks.length === 0) report(noTask(request.chosen, request.span));
  if (request.emits.length === 0) report(noEmit({}, request.span));
  for (const task of tasks) provided(task, request, report);
  for (const task of tasks) nameable(task, request, report);
  const { sources, words } = request;
  const demanded = tasks.flatMap((task) => task.words);
  if (words && demanded.length > 0)
    checkWords(
      demanded,
      sources.map((s) => words(s.operator)),
      sources.map((s) => s.name),
      report,
    );
  checkEmits(request, report);
}

/** Recipes are data: they write inside the output folder, each output to a place of its own, and never over the store. */
function checkEmits({ emits, name }: Request, report: Report): void {
  const taken = new Set([`${name}.duckdb`, `${name}.duckdb.building`, 'pictures']);
  for (const { path, span } of emits) {
    const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
    const place = parts.join('/');
    if (/^([\\/]|[A-Za-z]:)/.test(path) || parts.includes('..'))
      report(badEmitPath({ path, problem: 'leads out of the output folder' }, span));
    else if (taken.has(parts[0] ?? '') || taken.has(place))
      report(badEmitPath({ path, problem: 'is written already, by another output or by the run itself' }, span));
    taken.add(place);
  }
}

/** What a provision is called in a message. */
const words: Readonly<Record<Provision, string>> = {
  object: 'labelled objects',
  box3d: 'metric 3D boxes',
  pixel: 'points of a point map',
  gravity: 'gravity (the up direction)',
  facing: 'the facing of things',
  floor: 'the height of the floor',
  caption: 'descriptions of things that were verified',
  coverage: 'coverage (for which categories everything is listed)',
  column: 'columns of your own',
};

function provided(task: AskedTask, request: Request, report: Report): void {
  const { sources } = request;
  for (const demand of task.demands) {
    const giving = sources.filter((s) => provisions(s, request).includes(demand.provision));
    if (giving.length > 0 || sources.length === 0) continue;
    const providers = (Object.entries(sourceOperators) as readonly [string, SourceOperator][]).flatMap(
      ([name, operator]) => providerHint(name, operator, demand.provision),
    );
    report(
      noProvider(
        {
          task: task.name,
          fact: `\`${demand.fact}\``,
          provision: words[demand.provision],
          sources: sources.map((s) => s.name),
          providers: [...providers, ...operatorHints(request, demand.provision)],
        },
        demand.at,
      ),
    );
  }
}

/** A thing that no source lets be named is never asked about. */
function nameable(task: AskedTask, request: Request, report: Report): void {
  const { sources } = request;
  const given = sources.map((source) => provisions(source, request));
  for (const { entities, ways, at } of task.names) {
    const possible = ways.some(({ needs }) => given.some((gives) => needs.every((n) => gives.includes(n))));
    if (possible || sources.length === 0) continue;
    const lacking = new Set(ways.flatMap(({ needs }) => needs.filter((n) => !given.some((g) => g.includes(n)))));
    report(
      noName(
        {
          task: task.name,
          entities,
          strategies: ways.map((w) => w.strategy),
          lacking: [...lacking].map((n) => words[n]),
          sources: sources.map((s) => s.name),
        },
        at,
      ),
    );
  }
}

/** What a source gives, and what is perceived of its pictures. */
function provisions(source: PlannedSource, { perceptions }: Pick<Request, 'perceptions'>): readonly Provision[] {
  const named = perceptions.find((perception) => perception.source === source.name);
  return [...provisionsAlone(source), ...(named ? perceivable(named) : [])];
}

/** What a source gives by itself. */
export function provisionsAlone(source: PlannedSource): readonly Provision[] {
  const operator: SourceOperator = sourceOperators[source.operator];
  return [
    ...operator.provides,
    ...operator.providesWhen.flatMap((w) => (source.arguments[w.parameter] === w.is ? w.provides : [])),
  ];
}

function providerHint(name: string, operator: SourceOperator, provision: Provision): readonly string[] {
  if (operator.provides.includes(provision)) return [`\`${name}\``];
  return operator.providesWhen.flatMap((w) =>
    w.provides.includes(provision) ? [`\`${name}(…, ${w.parameter}: ${w.is})\``] : [],
  );
}

/** What `perceive` may say of the sources that it may be said of. */
function operatorHints({ sources, perceptions }: Request, provision: Provision): readonly string[] {
  const wanted =
    provision === 'box3d' ? boxesNeed : roleNames.filter((role) => roles[role].provides.includes(provision));
  return sources.flatMap((source) => {
    const operator: SourceOperator = sourceOperators[source.operator];
    if (operator.perceivable !== true || wanted.length === 0) return [];
    const named = perceptions.find((perception) => perception.source === source.name)?.operators ?? [];
    const lines = wanted.filter((role) => !named.some((use) => use.role === role)).map(exampleOf);
    return [`\`perceive ${source.name} { ${lines.join('  ')} }\``];
  });
}
