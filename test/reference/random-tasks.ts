/** Random tasks: every form of question over random binders, with random guards, lets, claims and reasons. */

import { bindings, type Line } from './random-binders.js';
import type { Random } from './random-numbers.js';
import {
  count,
  enumeration,
  length,
  measureOfMember,
  type Names,
  pickFrom,
  place,
  signed,
  truth,
} from './random-values.js';

type Lines = readonly string[];

/** The clauses of a task beside its `for` line. */
interface Form {
  readonly needs: { readonly objects: number; readonly isSet?: boolean };
  readonly clauses: (line: Line) => Lines;
}

/** @param name of the task */
export function randomTask(random: Random, name: string, extra: Pick<Names, 'measures' | 'relations'>): string {
  const form = pickFrom({ random }, FORMS);
  const line = bindings(random, form.needs, extra);
  const clauses = [`for ${line.binders.join(', ')}`, ...form.clauses(line), ...settings(line)];
  return `task ${name} {\n${clauses.map((clause) => `    ${clause}`).join('\n')}\n  }`;
}

/** Guards, takes, formats and references, each sometimes. */
function settings({ names, things }: Line): Lines {
  const { random } = names;
  const maybe = (share: number, make: () => string): Lines => (random.chance(share) ? [make()] : []);
  return [
    ...maybe(0.3, () => `where ${truth({ ...names, depth: 1 })}`),
    ...maybe(0.25, () => `take ${random.whole(1, 4)} per ${pickFrom(names, ['scene', 'scene', 'object', 'task'])}`),
    ...maybe(0.6, () => pickFrom(names, ['balance none', 'balance none', 'balance by words', 'balance by answers'])),
    ...maybe(0.2, () => 'formats all'),
    ...maybe(0.3, () => pickFrom(names, ['refer by box', 'refer by category, box', 'refer by size, relation, box'])),
    ...maybe(0.15, () => `refer ${pickFrom(names, things)} by box`),
    ...maybe(0.2, () => `reason "It is so." "Mind {${pickFrom(names, things)}}." when ${truth(names)}`),
  ];
}

/** Every entity named, in a drawn order, with the same further holes in each phrasing. */
function phrasings(line: Line, stem: string, holes: Lines = [], end = '?'): string {
  const { random } = line.names;
  const texts = ['', 'Now', 'Look'].slice(0, random.whole(1, 3)).map((start) => {
    const mentions = shuffled(random, [...line.mentions, ...holes]);
    return `"${start === '' ? '' : `${start}: `}${mentions.map((each) => `{${each}}`).join(', ')}; ${stem}${end}"`;
  });
  return texts.join(' ');
}

export function shuffled<Item>(random: Random, items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, at: random.unit() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

const simple = (line: Line): Names => ({ ...line.names, depth: 1 });

/** A number, near which others lie. */
const measured: Form = {
  needs: { objects: 1 },
  clauses: (line) => {
    const d = length(line.names);
    return [
      `let d = ${d} say "It is {d}."`,
      `ask ${phrasings(line, 'how much')}`,
      'answer d',
      ...(line.names.random.chance(0.7) ? ['choices near d', 'claim "{option} it is, {0}." of choices'] : []).map((c) =>
        c.replace('{0}', line.mentions.map((each) => `{${each}}`).join(' and ')),
      ),
    ];
  },
};

/** What is measured in units that are no lengths. */
const amount: Form = {
  needs: { objects: 2 },
  clauses: (line) => {
    const [a, b] = line.objects;
    const v = pickFrom(line.names, [
      ...[`${a}.volume`, `${a}.footprint_area`, `${a}.height * ${b}.width`, `${a}.height / ${b}.width`],
      ...[`angle(${a}.facing, ${b}.facing)`, `overlap(footprint(${a}), footprint(${b}))`, `${a}.volume * 1%`],
    ]);
    const near = line.names.random.chance(0.6) && !v.startsWith('overlap');
    const mentions = line.mentions.map((each) => `{${each}}`).join(', ');
    return [
      `let v = ${v} say "It is {v}."`,
      `ask ${phrasings(line, 'how much')}`,
      ...(near ? ['answer v', 'choices near v'] : ['answer v as "{v}, {v}"']),
      ...(near && line.names.random.chance(0.5) ? [`claim "{option} for ${mentions}." of choices`] : []),
    ];
  },
};

const component: Form = {
  needs: { objects: 1 },
  clauses: (line) => [
    `let v = ${place(line.names)}`,
    `ask ${phrasings(line, 'where')}`,
    `answer v.forward as "${pickFrom(line.names, ['{v.right:words}', '{v.forward:words} and {v.up:words}', '{v.up:signed}'])}"`,
  ],
};

const picked: Form = {
  needs: { objects: 2, isSet: true },
  clauses: (line) => {
    const set = pickFrom(line.names, line.names.sets);
    const rank = pickFrom(line.names, ['', '', ' rank 2', ...line.numbers.map((k) => ` rank ${k}`)]);
    const most = pickFrom(line.names, ['least', 'greatest']);
    const members = set.startsWith('{') ? set.slice(1, -1) : set;
    return [
      `let w = the m in ${set} with${rank} ${most} ${measureOfMember(line.names)}`,
      `ask ${phrasings(line, 'which')}`,
      'answer w',
      ...(line.names.random.chance(0.7) ? [`choices ${members}`] : []),
    ];
  },
};

const sorted: Form = {
  needs: { objects: 2, isSet: true },
  clauses: (line) => {
    const set = pickFrom(line.names, line.names.sets);
    const most = pickFrom(line.names, ['least', 'greatest']);
    const order = line.names.random.chance(0.7)
      ? `sort m in ${set} by ${most} ${measureOfMember(line.names)}`
      : `the o in orders of ${set} with ${most} length(${pickFrom(line.names, ['camera, ', ''])}o)`;
    return [
      `let w = ${order}`,
      `ask ${phrasings(line, 'in which order')}`,
      ...(line.names.random.chance(0.3)
        ? ['answer length(camera, w) as "{length(w)}, {length(camera, w)}"']
        : [
            'answer w',
            ...(line.names.random.chance(0.6) ? [`choices ${line.names.random.whole(2, 3)} of orders of ${set}`] : []),
          ]),
      `reason for e in ${set} "{e} {e.depth:m}."`,
    ];
  },
};

const worded: Form = {
  needs: { objects: 1 },
  clauses: (line) => {
    const { text, values, domain } = enumeration(line.names);
    const isListed = domain === undefined || (values.length > 0 && line.names.random.chance(0.5));
    const options = isListed ? values.join(', ') : `${line.names.random.whole(2, 4)} of ${domain}`;
    const mentions = line.mentions.map((each) => `{${each}}`).join(', ');
    return [
      `let w = ${text}`,
      `ask ${phrasings(line, 'how')}`,
      'answer w',
      ...(line.names.random.chance(0.8)
        ? [`choices ${options}`, `claim "With ${mentions}: {option}." of choices`]
        : []),
    ];
  },
};

const counted: Form = {
  needs: { objects: 1 },
  clauses: (line) => {
    const [c] = line.names.categories;
    const form = c === undefined || line.names.random.chance(0.5) ? '' : ` as "{n:are} {n ${c}}, {n:ordinal}"`;
    return [
      `let n = ${count(line.names)}`,
      `ask ${phrasings(line, 'how many')}`,
      `answer n${form}`,
      ...(line.names.random.chance(0.5) ? ['choices near n'] : []),
    ];
  },
};

const claimed: Form = {
  needs: { objects: 1 },
  clauses: (line) => {
    const { random } = line.names;
    const stems = ['this holds', 'that is so', 'thus it stands'].slice(0, random.whole(1, 3));
    return stems.map((stem) => {
      const contrary = random.chance(0.4) ? ` else ${phrasings(line, `never ${stem}`, [], '.')}` : '';
      return `claim ${phrasings(line, stem, [], '.')}${contrary} when ${truth(line.names)}`;
    });
  },
};

const inWords: Form = {
  needs: { objects: 2 },
  clauses: (line) => {
    const [a, b] = line.objects;
    const [r] = line.names.relations.slice(-1);
    return [`claim ${a} ${r} ${b}`];
  },
};

const yesOrNo: Form = {
  needs: { objects: 1 },
  clauses: (line) => [`ask ${phrasings(line, 'is it so')}`, `answer ${truth(line.names)}`],
};

/** Relations by what they speak of: two statements of one pair must not speak of the same. */
const AXES: readonly Lines[] = [
  ['left of', 'right of'],
  ['above', 'below'],
  ['nearer than', 'farther than', 'in front of', 'behind'],
  ['taller than', 'shorter than'],
];

const statements: Form = {
  needs: { objects: 3 },
  clauses: (line) => {
    const { names } = line;
    const pairs = line.objects.flatMap((x, i) => line.objects.slice(i + 1).map((y) => [x, y] as const));
    const said = pairs.flatMap(([x, y]) =>
      shuffled(names.random, AXES)
        .slice(0, 2)
        .map((axis) => `${x} ${pickFrom(names, axis)} ${y}`),
    );
    return [
      `statements ${shuffled(names.random, said).join(', ')}`,
      `ask ${phrasings(line, 'which statement is right')}`,
      `choices statements${pickFrom(names, ['', ' 2', ' 3'])}`,
    ];
  },
};

const several: Form = {
  needs: { objects: 1 },
  clauses: (line) => [
    `let d = ${length(line.names)}, e = ${signed(line.names)}`,
    `ask ${phrasings(line, 'how much, twice', ['d:cm'])}`,
    `answer (d, e) as "${pickFrom(line.names, ['{d} and {e:signed}', '{d:m}, {e:m} and {e:cm}', '{d}; {e}.'])}"`,
  ],
};

const fromScene: Form = {
  needs: { objects: 1 },
  clauses: (line) => {
    const { names } = line;
    const more = names.random.chance(0.4) ? ` and ${truth({ ...simple(line), objects: [...names.objects, 'm'] })}` : '';
    const most = pickFrom(names, ['least', 'greatest']);
    const range = `other object m where m called "${pickFrom(names, ['chair', 'lamp', 'table'])}"${more}`;
    const [a] = line.objects;
    return [
      `let s = the ${range} with ${most} ${measureOfMember(names)}`,
      `ask ${phrasings(line, 'how far', ['s'])}`,
      `answer distance(${a}, s)`,
      `claim ${phrasings(line, 'it is so', ['s'], '.')} when ${truth({ ...simple(line), objects: [...names.objects, 's'] })}`,
    ];
  },
};

const point: Form = {
  needs: { objects: 1 },
  clauses: (line) => {
    const what = pickFrom(line.names, [...line.names.objects, ...line.names.pixels]);
    return [`ask ${phrasings(line, 'where')}`, `answer ${what}.position as "{${what}.position:xyz}"`];
  },
};

const FORMS: readonly Form[] = [
  ...[measured, amount, component, picked, picked, sorted, sorted, worded, worded, counted, claimed, claimed, claimed],
  ...[inWords, yesOrNo, yesOrNo, statements, several, fromScene, fromScene, point],
];
