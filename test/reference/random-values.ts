/** Random expressions of the language as text, each of the type that its function names. Always in brackets where needed. */
import type { Random } from './random-numbers.js';

/** What a random expression may speak of. */
export interface Names {
  readonly random: Random;
  readonly objects: readonly string[];
  readonly pixels: readonly string[];
  readonly categories: readonly string[];
  /** Sets of objects: `{a, b}` or the name of a drawn set. */
  readonly sets: readonly string[];
  /** Measures of objects: facts, and a name bound to some. */
  readonly measures: readonly string[];
  readonly relations: readonly string[];
  readonly components: readonly string[];
  /** Frames after `from`, beside those of things. */
  readonly frames: readonly string[];
  /** How much deeper expressions may nest. */
  readonly depth: number;
}

type Maker = (names: Names) => string;

const COMPONENTS = ['right', 'up', 'forward'];

/** One of the makers that can be used here; a list of them is never empty. */
function oneOf(names: Names, makers: readonly (Maker | false)[]): string {
  const usable = makers.flatMap((maker) => (maker === false ? [] : [maker]));
  const maker = pickFrom(names, usable);
  return maker({ ...names, depth: names.depth - 1 });
}

export function pickFrom<Item>({ random }: Pick<Names, 'random'>, items: readonly Item[]): Item {
  const found = items[random.whole(0, items.length - 1)];
  if (found === undefined) throw new Error('nothing to draw from');
  return found;
}

const object: Maker = (names) => pickFrom(names, names.objects);

/** An object, or one as it would stand elsewhere. */
const standing: Maker = (names) => {
  if (!names.random.chance(0.15)) return object(names);
  const toward = pickFrom(names, ['', ' toward camera', ...names.objects.map((x) => ` toward ${x}`)]);
  const turned = pickFrom(names, ['', '', ' turned left', ' turned right', ' turned around']);
  return `(${object(names)} at ${pickFrom(names, [...names.objects, ...names.pixels])}${toward}${turned})`;
};
const isDeep = ({ depth }: Names): boolean => depth > 0;

/** An object or pixel. */
const placed: Maker = (names) => pickFrom(names, [...names.objects, ...names.pixels]);

/** Two different ones of a list. */
function two(names: Names, items: readonly string[]): readonly [string, string] {
  const first = pickFrom(names, items);
  const rest = items.filter((item) => item !== first);
  return [first, rest.length === 0 ? first : pickFrom(names, rest)];
}

/** A length without a sign. */
export function length(names: Names): string {
  return oneOf(names, [
    (n) => `${standing(n)}.${pickFrom(n, n.measures)}`,
    (n) => `${placed(n)}.${pickFrom(n, ['depth', 'distance'])}`,
    (n) => `distance(${two(n, [...n.objects, ...n.pixels, 'camera']).join(', ')})`,
    (n) => pairText(n, (x, y) => `gap(${x}, ${n.random.chance(0.2) ? standing(n) : y})`, `${object(n)}.depth`),
    isDeep(names) && ((n) => `abs(${signed(n)})`),
    names.sets.length > 0 && way,
    isDeep(names) && ((n) => `(${length(n)} + ${length(n)})`),
    isDeep(names) && ((n) => `(${length(n)} ${pickFrom(n, ['* 2', '/ 3', '* 50%'])})`),
    isDeep(names) && ((n) => `(if ${truth(n)} then ${length(n)} else ${pickFrom(n, [length(n), 'unknown'])})`),
  ]);
}

/** Along a set in an order of its own. */
const way: Maker = (names) => {
  const start = pickFrom(names, ['', 'camera, ']);
  const by = pickFrom(names, ['m.distance', 'm.height', 'm.position.right', 'm.bearing']);
  return `length(${start}sort m in ${pickFrom(names, names.sets)} by ${pickFrom(names, ['least', 'greatest'])} ${by})`;
};

/** A length with a sign. */
export function signed(names: Names): string {
  return oneOf(names, [
    (n) => `${standing(n)}.base`,
    (n) => `${place(n)}.${pickFrom(n, [...COMPONENTS, ...n.components])}`,
    isDeep(names) && ((n) => `(${length(n)} - ${length(n)})`),
  ]);
}

/** A point or vector. */
export function place(names: Names): string {
  return oneOf(names, [
    (n) => `${pickFrom(n, [placed, standing])(n)}.position`,
    (n) => {
      const [x, y] = two(n, [...n.objects, ...n.pixels]);
      return `(${x}.position - ${y}.position)`;
    },
    (n) => `(${placed(n)}.position from ${viewer(n)})`,
    (n) => `(${placed(n)}.position from ${viewer(n)})`,
  ]);
}

const viewer: Maker = (names) =>
  oneOf(names, [
    (n) => pickFrom(n, ['world', ...n.frames]),
    (n) => `${object(n)}${turn(n)}`,
    (n) => {
      const [x, y] = two(n, [...n.objects, ...n.pixels, 'camera']);
      return `${x} toward ${y}${turn(n)}`;
    },
  ]);

const turn: Maker = (names) => pickFrom(names, ['', '', ' turned right', ' turned left', ' turned around']);

export interface Enumeration {
  readonly text: string;
  /** All its values, as they are written in `choices`. */
  readonly values: readonly string[];
  /** What `choices k of` names; undefined where only a `let` can. */
  readonly domain: string | undefined;
}

export function enumeration(names: Names): Enumeration {
  const inner = { ...names, depth: names.depth - 1 };
  switch (names.random.whole(0, 5)) {
    case 0:
      return { text: `side(${place(inner)})`, values: ['front', 'right', 'back', 'left'], domain: 'side' };
    case 1:
      return { text: `compass8(${place(inner)})`, values: [], domain: 'compass8' };
    case 2:
      return names.random.chance(0.5)
        ? { text: `facing8(${object(names)}.facing)`, values: [], domain: 'facing8' }
        : { text: `axis4(axis(${standing(names)}))`, values: [], domain: 'axis4' };
    case 3:
      return { text: `clock(${place(inner)})`, values: [], domain: 'clock' };
    case 4:
      return { text: `words(${place(inner)})`, values: [], domain: 'words' };
    default:
      return texts(inner);
  }
}

function texts(names: Names): Enumeration {
  const third = names.random.chance(0.5) ? `if ${truth(names)} then "so" else unknown` : '"not so"';
  const text = `(if ${truth(names)} then "clearly" else if ${truth(names)} then "in a way" else ${third})`;
  const last = third.startsWith('if') ? '"so"' : '"not so"';
  return { text, values: ['"clearly"', '"in a way"', last], domain: undefined };
}

/** A condition. */
export function truth(names: Names): string {
  return oneOf(names, [
    (n) => comparison(n),
    (n) => comparison(n),
    (n) => related(n),
    (n) => related(n),
    (n) => `(${object(n)} called ${category(n)})`,
    isDeep(names) && ((n) => `(${truth(n)} ${pickFrom(n, ['and', 'or'])} ${truth(n)})`),
    isDeep(names) && ((n) => `(not ${truth(n)})`),
    isDeep(names) && ((n) => `agree(${truth(n)}, ${truth(n)})`),
    isDeep(names) && ((n) => `(known ${pickFrom(n, [length(n), signed(n), `${object(n)}.facing`])})`),
    isDeep(names) && ((n) => `(${sector(n)})`),
    isDeep(names) && ((n) => overSet(n)),
    isDeep(names) && ((n) => overScene(n)),
    isDeep(names) && ((n) => `(${count(n)} ${pickFrom(n, ['<', '>', '<=', '>=', '=', '!='])} ${n.random.whole(0, 2)})`),
  ]);
}

const category: Maker = (names) =>
  pickFrom(names, [...names.categories, ...names.categories, '"chair"', '"lamp"', '"table"', '"sofa"']);

const related: Maker = (names) => {
  const [x, y] = two(names, names.objects);
  return x === y ? comparison(names) : `(${x} ${pickFrom(names, names.relations)} ${y})`;
};

const sector: Maker = (names) => {
  const { text, values } = enumeration({ ...names, depth: 0 });
  if (values.length === 0) return `known ${text}`;
  const value = pickFrom(names, values);
  return `${text} ${pickFrom(names, ['=', '!='])} ${value}`;
};

const metres: Maker = (names) => `${pickFrom(names, ['10 cm', '50 cm', '80 cm', '1 m', '1.5 m', '2 m', '3.5 m'])}`;
const by: Maker = (names) => pickFrom(names, ['', '', '', ' by 30%', ' by 15 cm', ' by 1 cm']);

const comparison: Maker = (names) =>
  oneOf(names, [
    (n) => `(${length(n)} ${pickFrom(n, ['<', '>'])} ${length(n)}${by(n)})`,
    (n) => `(${length(n)} ${pickFrom(n, ['<', '>'])} ${metres(n)}${by(n)})`,
    (n) => `(${signed(n)} ${pickFrom(n, ['<', '>'])} 0 m${by(n)})`,
    (n) => `(${signed(n)} ${pickFrom(n, ['<', '>'])} ${signed(n)})`,
    (n) => `(exactly ${length(n)} ${pickFrom(n, ['<', '>', '<=', '>=', '=', '!='])} ${length(n)})`,
    (n) => `(${length(n)} in ${pickFrom(n, ['10 cm', '50 cm', '1 m'])} .. ${pickFrom(n, ['1.2 m', '3 m', '6 m'])})`,
    (n) => `(${length(n)} is about ${length(n)}${by(n)})`,
    (n) =>
      pair(
        n,
        (x, y) =>
          `(span(${standing({ ...n, objects: [x] })}).${pickFrom(n, COMPONENTS)} < span(${y}).${pickFrom(n, COMPONENTS)})`,
      ),
    (n) => pair(n, (x, y) => `(${x}.volume > ${y}.volume)`),
    (n) => pair(n, (x, y) => `(${x}.${pickFrom(n, ['bearing', 'elevation'])} < ${y}.bearing)`),
    (n) => pair(n, (x, y) => `(${x}.width * ${x}.height > ${y}.width * ${y}.height)`),
    (n) => pair(n, (x, y) => `(${x}.height / ${y}.width > 80%)`),
    (n) => pair(n, (x, y) => `(overlap(footprint(${x}), footprint(${y})) > 20%)`),
    (n) =>
      pair(
        n,
        (x, y) => `(angle(axis(${standing({ ...n, objects: [x] })}), axis(${y})) ${pickFrom(n, ['<', '>'])} 40 deg)`,
      ),
    (n) => pair(n, (x, y) => `(angle(${x}.facing, ${y}.facing) < ${pickFrom(n, ['30 deg', '100 deg'])})`),
    (n) => pair(n, (x, y) => `(${x} blocks ${y} from camera)`),
    (n) => pair(n, (x, y) => `(${standing(n)} blocks ${y} from ${pickFrom(n, ['camera', x])})`),
    (n) =>
      pair(
        n,
        (x, y) =>
          `(overlap(footprint(${standing(n)}), footprint(${y})) < ${pickFrom(n, ['10%', '60%'])} or ${x}.height > 1 m)`,
      ),
  ]);

/** With two different objects, or without. */
function pairText(names: Names, text: (x: string, y: string) => string, otherwise: string): string {
  const [x, y] = two(names, names.objects);
  return x === y ? otherwise : text(x, y);
}

function pair(names: Names, text: (x: string, y: string) => string): string {
  const [x, y] = two(names, names.objects);
  return x === y ? `(${x}.height > ${metres(names)})` : text(x, y);
}

/** With one more thing to speak of. */
const withThing = (names: Names, name: string): Names => ({ ...names, objects: [...names.objects, name] });

/** A name that nothing around has. */
const fresh = ({ objects }: Names): string => `y${objects.length}`;

const overSet: Maker = (names) => {
  if (names.sets.length === 0) return comparison(names);
  const y = fresh(names);
  const inner = withThing(names, y);
  const set = pickFrom(names, names.sets);
  return pickFrom(names, [
    `any(${y} in ${set} where ${truth(inner)})`,
    `all(${y} in ${set}, ${truth(inner)})`,
    `all(${y} in ${set} where ${truth(inner)}, ${truth(inner)})`,
  ]);
};

/** Without `other` a variable may be a bound thing, to which it must not be compared. */
function ranged(names: Names, y: string): string {
  const what = `${y} called ${category(names)}`;
  if (names.random.chance(0.3)) return `object ${y} where ${what} and ${y}.depth < ${metres(names)}`;
  const more = names.random.chance(0.7) ? ` and ${truth(withThing(names, y))}` : '';
  return `other object ${y} where ${what}${more}`;
}

const overScene: Maker = (names) => {
  const y = fresh(names);
  if (names.random.chance(0.5)) return `any(${ranged(names, y)})`;
  return `all(other object ${y} where ${y} called ${category(names)}, ${truth(withThing(names, y))})`;
};

/** How many there are. */
export function count(names: Names): string {
  const set = names.sets.length > 0 && names.random.chance(0.4) ? pickFrom(names, names.sets) : undefined;
  const y = fresh(names);
  return set === undefined ? `count(${ranged(names, y)})` : `count(${y} in ${set} where ${truth(withThing(names, y))})`;
}

/** Something to compare members by: of the variable `m`. */
export function measureOfMember(names: Names): string {
  const inner = withThing({ ...names, depth: 0 }, 'm');
  return pickFrom(names, [
    `m.${pickFrom(names, names.measures)}`,
    'm.depth',
    'm.volume',
    'm.bearing',
    `m.position.${pickFrom(names, [...COMPONENTS, ...names.components])}`,
    names.objects.length === 0 ? 'm.distance' : `distance(m, ${pickFrom(names, [...names.objects, 'camera'])})`,
    `(m.height + ${length(inner)})`,
    `count(other object y where y called ${category(names)} and distance(y, m) < 2 m)`,
  ]);
}
