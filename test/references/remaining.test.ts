/** Every example of S8, too strong and too weak, where the recipe is compiled: which ways of naming remain. */
import { describe, expect, it } from 'vitest';
import { across, analysed, intoDepth, remaining, sizes } from './remaining.js';

const of = (lines: string, thing = 'a', options: Parameters<typeof remaining>[1] = {}): readonly string[] =>
  remaining(lines, options)[thing] ?? [];
const claim = (condition: string): string => `for objects {a, b}\n claim "{a} and {b}." when ${condition}`;
const asked = (answer: string): string => `for object a\n ask "{a}?"\n answer ${answer}`;

describe('S8, too strong', () => {
  it('a distance between two things may be asked of the leftmost chair, the tallest and the nearest', () => {
    const left = of('for objects {a, b}\n let d = distance(a, b)\n ask "{a} {b}?"\n answer d');
    expect(left).toEqual(expect.arrayContaining([...across, ...intoDepth, ...sizes, 'left of', 'box']));
  });

  it('so may a gap, an area of several facts, and how far apart two heights are', () => {
    for (const lines of [
      'for objects {a, b}\n ask "{a} {b}?"\n answer gap(a, b)',
      'for objects {a, b}\n ask "{a} {b}?"\n answer a.height * b.width',
      'for objects {a, b}\n let d = abs(a.depth - b.depth)\n ask "{a} {b}?"\n answer d',
    ])
      expect(of(lines)).toEqual(expect.arrayContaining([...across, ...intoDepth, ...sizes]));
  });

  it('counting lamps leaves a name by category, where the thing is clearly no lamp', () => {
    const count = 'for object a\n ask "{a}?"\n answer count(other object x where x called "lamp" and x left of a)';
    expect(of(count)).toEqual(['category', ...intoDepth, ...sizes, 'box']);
  });

  it('a guard decides nothing', () => {
    expect(of(`${claim('a taller than b')}\n where a left of b and a nearer than b`)).toEqual(
      expect.arrayContaining([...across]),
    );
  });

  it('left and right leave nearest and tallest, nearer and farther leave leftmost: not all falls to boxes', () => {
    expect(of(claim('a left of b'))).toEqual([
      'category',
      ...intoDepth,
      ...sizes,
      ...['on', 'under', 'next to', 'above', 'below'],
      ...withoutPlace,
      'box',
    ]);
    expect(of(claim('a nearer than b'))).toEqual(
      expect.arrayContaining(['category', 'leftmost', 'rightmost', 'left of', 'right of', 'box']),
    );
    expect(of(claim('a nearer than b'))).not.toEqual(expect.arrayContaining(['nearest']));
  });

  it('where a thing lies in the picture may be asked of any but the boxed one', () => {
    const grounding = of(asked('a.box2d as "{a.box2d:box}"'));
    expect(grounding).toEqual(expect.arrayContaining(['category', ...across, ...intoDepth, ...sizes, 'caption']));
    expect(grounding).not.toContain('box');
  });
});

const withoutPlace = ['caption without place'];

describe('S8, too weak', () => {
  it('(i) uniqueness is a count: what is counted is known to the names, which then may not be such things', () => {
    const { typed } = analysed(
      'for object a, category c\n ask "{a} {c}?"\n answer count(object x where x called c and x left of a)',
    );
    const [naming] = typed.levels[0]?.tasks[0]?.bodies[0].naming ?? [];
    expect(naming?.counted).toHaveLength(1);
    for (const claimed of [
      'claim "{a} {c}" when count(object x where x called c) > 2',
      'claim "{a} {c}" when any(other object x where x called c and x left of a)',
      'ask "{a} {c}?"\n answer if count(object x where x called c) > 2 then "many" else "few"',
      'let n = count(object x where x called c)\n ask "{a} {c}?"\n answer facing8(a.facing) as "{facing8(a.facing)} beside {n}"',
    ]) {
      const found = analysed(`for object a, category c\n ${claimed}`).typed.levels[0]?.tasks[0]?.bodies[0].naming[0];
      expect([claimed, found?.counted.length]).toEqual([claimed, 1]);
      expect(found?.strategies.map((s) => s.kind)).toEqual(['category', 'position', 'size', 'box']);
    }
  });

  it('(ii) closure: the tallest lamp for volume and larger, the nearest for distance and forward', () => {
    for (const told of ['a.volume', 'a.height', 'a.width', 'a.depth_extent'])
      expect([told, of(asked(told)).filter((name) => sizes.includes(name))]).toEqual([told, []]);
    expect(of(claim('a larger than b')).filter((name) => sizes.includes(name))).toEqual([]);
    for (const told of ['a.distance', 'a.depth', 'a.nearest', 'a.position.forward', 'distance(a, camera)'])
      expect([told, of(asked(told)).filter((name) => intoDepth.includes(name))]).toEqual([told, []]);
    expect(of(asked('a.bearing as "{a}"')).filter((name) => across.includes(name))).toEqual([]);
    // The nearer of two things on a floor stands lower in the picture.
    expect(of(claim('a above b')).filter((name) => [...intoDepth, ...sizes].includes(name))).toEqual([]);
    expect(of(claim('a above b'))).toEqual(expect.arrayContaining([...across]));
  });

  it('(iii) captions with words of the asked fact: refused where a strategy of that fact would be', () => {
    expect(of(claim('a left of b'))).toContain('caption without place');
    expect(of(claim('a taller than b'))).toContain('caption without place size');
    expect(of(claim('a above b'))).toContain('caption without place size');
    // What stands at a wall faces away from it.
    expect(of(asked('facing8(a.facing)'))).toContain('caption without place facing');
    expect(of('for objects (a, b)\n ask "{a} {b}?"\n answer side(b.position from a)')).toContain(
      'caption without place facing',
    );
    // A distance is hidden from orders, not from "next to the door".
    expect(of('for objects {a, b}\n let d = distance(a, b)\n ask "{a} {b}?"\n answer d')).toContain(
      'caption without place',
    );
    expect(of(asked('a.box2d as "{a.box2d:box}"'))).toContain('caption');
    const counting = 'for object a\n ask "{a}?"\n answer count(other object x where x called "lamp")';
    expect(of(counting).some((name) => name.startsWith('caption'))).toBe(false);
  });

  it('(iv) a landmark reveals facts of two things', () => {
    // b may be the landmark: "the chair left of the sofa" tells of the sofa, too.
    const other = 'for objects (a, b)\n ask "{a} {b}?"\n answer b.position.right';
    expect(of(other, 'a')).not.toEqual(expect.arrayContaining(['left of']));
    expect(of(other, 'a')).toEqual(expect.arrayContaining(['leftmost', 'above']));
    expect(of(claim('a nearer than b'), 'a')).toEqual(expect.arrayContaining(['left of', 'right of']));
    // What lies above another thing in the picture is mostly the farther one.
    expect(of(claim('a nearer than b'), 'a')).not.toContain('above');
    const near = of('for objects {a, b}\n ask "{a} {b}?"\n answer distance(a, b)', 'a');
    expect(near).not.toContain('next to');
    expect(of(asked('a.position.right'), 'a')).toContain('next to');
  });

  it('(iv) what counts, or asks what a thing is, has no landmarks', () => {
    const counting = 'for object a\n ask "{a}?"\n answer count(other object x where x called "lamp")';
    expect(of(counting)).toEqual(['category', ...across.slice(0, 2), ...intoDepth, 'ordinal', ...sizes, 'box']);
    const what = remaining('for objects (a, b)\n ask "{a} {b}?"\n answer b.category');
    expect(what.b).toEqual(['box']);
    expect(what.a).toEqual(['category', 'leftmost', 'rightmost', ...intoDepth, 'ordinal', ...sizes, 'box']);
  });

  it('(v) options share one strategy: those of a choice, of a pick, a sort, of statements', () => {
    const groups = (lines: string): readonly number[] =>
      analysed(lines).typed.levels[0]?.tasks[0]?.bodies[0].naming.map((n) => n.group) ?? [];
    const winner = 'the x in {a, b} with least distance(x, c)';
    expect(groups(`for objects {a, b}, object c\n ask "{a} {b} {c}?"\n answer ${winner}`)).toEqual([0, 0, 2]);
    expect(
      groups(`for object c, objects {a, b}\n let w = ${winner}\n ask "{a} {b} {c}?"\n answer w\n choices a, b`),
    ).toEqual([0, 1, 1]);
    expect(groups('for object c, objects {xs: 3}\n ask "{c} {xs}?"\n answer sort x in xs by least x.height')).toEqual([
      0, 1, 1, 1,
    ]);
    expect(
      groups(
        'for objects {a, b, c}\n ask "Which is right?"\n choices statements 2\n statements a left of b, b above c',
      ),
    ).toEqual([0, 0, 0]);
    // So do the members of a set, between which a claim decides; roles do not.
    expect(groups(claim('a taller than b'))).toEqual([0, 0]);
    expect(groups('for objects (a, b)\n ask "{a} {b}?"\n answer distance(a, b)')).toEqual([0, 1]);
  });

  it('(vi) a thing that is picked is not named by what it was picked for', () => {
    const picked = (by: string): readonly string[] =>
      of(`for object a\n let n = the other object x where x called "chair" with ${by}\n ask "{a}?"\n answer n`, 'n');
    expect(picked('least x.depth').filter((name) => intoDepth.includes(name))).toEqual([]);
    expect(picked('least x.depth')).toEqual(expect.arrayContaining(['leftmost', 'rightmost']));
    expect(picked('greatest x.height').filter((name) => sizes.includes(name))).toEqual([]);
    expect(picked('least distance(x, a)')).not.toContain('next to');
    expect(picked('least distance(x, a)')).toEqual(['category', 'caption without place size', 'box']);
    // Where it is hidden, its criterion decides what is told of it.
    const hidden = (by: string): readonly string[] =>
      of(`for object a\n let n = the other object x where x called "chair" with ${by}\n ask "{a}?"\n answer n.width`);
    expect(hidden('least x.depth').filter((name) => intoDepth.includes(name))).toEqual([]);
    const nobodyNamesIt = `for object a\n let n = the other object x where x called "chair" with least x.depth\n ask "{a}?"\n answer n.width`;
    expect(Object.keys(remaining(nobodyNamesIt))).toEqual(['a']);
  });

  it('(viii) perspective: left and right of a viewer mix both orders of the camera, and depend on a facing', () => {
    const lines = 'for objects (a, b)\n ask "{a} {b}?"\n answer side(b.position from a)';
    for (const thing of ['a', 'b'])
      expect(of(lines, thing).filter((name) => [...across, ...intoDepth].includes(name))).toEqual([]);
    const toward = 'for objects (a, b, c)\n ask "{a} {b} {c}?"\n answer side(c.position from a toward b)';
    for (const thing of ['a', 'b', 'c'])
      expect(of(toward, thing).filter((name) => [...across, ...intoDepth].includes(name))).toEqual([]);
    expect(of(lines)).toEqual(expect.arrayContaining(['category', ...sizes, 'box']));
    // Up is up for everybody.
    expect(of('for objects (a, b)\n ask "{a} {b}?"\n answer (b.position from a).up')).toEqual(
      expect.arrayContaining([...across]),
    );
  });

  it('(ix) an order among chairs is one against tables, too, as a guess', () => {
    // Of the six orders of two chairs and a table, the leftmost chair is left of the table in four.
    const orders = ['ccT', 'cTc', 'Tcc'].flatMap((order) => [order, order]);
    const right = orders.filter((order) => order.indexOf('c') < order.indexOf('T')).length;
    expect(right / orders.length).toBeCloseTo(2 / 3);
    expect(of(claim('a left of b')).filter((name) => across.includes(name))).toEqual([]);
    expect(of(claim('a.depth < 3 m')).filter((name) => intoDepth.includes(name))).toEqual([]);
  });
});

describe('what decides', () => {
  it('is seen through lets, relations, facts and picks', () => {
    const deeper = 'relation (a: object) deeper than (b: object) says "{a} is deeper than {b}" = a.depth > b.depth';
    const fact = 'fact reach (a: object) = a.depth * 2';
    for (const [lines, before] of [
      ['for objects {a, b}\n let d = a.depth\n let e = b.depth\n claim "{a} {b}" when d < e', ''],
      [claim('a deeper than b'), deeper],
      [claim('a.reach < b.reach'), fact],
      [asked('a.reach'), fact],
      ['for objects {a, b}\n let w = the x in {a, b} with least x.depth\n ask "{a} {b}?"\n answer w', ''],
      ['for objects {a, b}\n ask "{a} {b}?"\n answer if a.depth < b.depth then a.height else b.height', ''],
      ['for objects {a, b}\n ask "{a} {b}?"\n answer a.height as "{side(b.position - a.position)}"', ''],
    ] as const)
      expect([lines, of(lines, 'a', { before }).filter((name) => intoDepth.includes(name))]).toEqual([lines, []]);
  });

  it('is a comparison of distances, too: the ends of a row are far from most things, its middle is near', () => {
    // The middle one of three chairs was the closer one to a third thing in 70 of 100 rooms.
    for (const lines of [
      claim('distance(a, b) < 2 m'),
      'for objects {a, b}, object c\n claim "{a} {b} {c}" when distance(a, c) < distance(b, c)',
    ])
      expect(of(lines)).toEqual(['category', 'caption without place size', 'box']);
  });

  it('sizes tell of depth, and depth of sizes: small things that are near lie below the edge of the picture', () => {
    expect(of(claim('a nearer than b')).filter((name) => sizes.some((s) => s === name))).toEqual([]);
    expect(of(claim('a taller than b')).filter((name) => intoDepth.some((s) => s === name))).toEqual([]);
  });

  it('what a reason says follows the answer', () => {
    const lines = `${asked('a.height')}\n reason "It is {a.depth:m} away."`;
    expect(of(lines)).toEqual(expect.arrayContaining([...intoDepth]));
  });
});

describe('SPQ316', () => {
  it('stands at the thing, and names the fact that leaks', () => {
    const { diagnostics } = analysed(claim('a left of b'), { refer: 'position' });
    // Nearest and farthest are left.
    expect(diagnostics).toEqual([]);
    const { diagnostics: both, source } = analysed(claim('a left of b and a nearer than b'), { refer: 'position' });
    // Of a set, once for all its members.
    expect(both.map((d) => d.code)).toEqual(['SPQ316']);
    const [first] = both;
    expect(first && source.slice(first.at.start, first.at.end)).toBe('a');
    expect(first?.message).toContain('`position` (leftmost, rightmost, ordinal): tells of `a.right`');
    expect(first?.message).toContain('`position` (nearest, farthest): tells of `a.depth`');
    expect(first?.hint).toContain('refer by position, box');
  });
});
