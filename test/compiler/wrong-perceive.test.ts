/** `perceive` written wrongly: each mistake is told once, at its place. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/index.js';
import { library } from '../agreement/pipeline.js';
import { type Marked, spq } from './marked-recipe.js';

/** A recipe that asks of things and points of photographs. */
const perceive = (texts: TemplateStringsArray, ...holes: readonly string[]): Marked => {
  const last = texts.raw.length - 1;
  const before = 'source photos = images("*.jpg")\nsource r = rooms(1)\n';
  const after = '\nlevel 1 "L" { task t { for object a ask "{a}?" answer a.category } }\nemit jsonl("q")';
  const raw = texts.raw.map((text, i) => `${i === 0 ? before : ''}${text}${i === last ? after : ''}`);
  return spq(Object.assign(raw, { raw }), ...holes);
};

const cases: readonly (readonly [name: string, codes: readonly string[], recipe: Marked])[] = [
  [
    'right, with everything',
    [],
    perceive`perceive photos {
      points = moge2("vits-normal")
      objects = owlv2(labels: "l.txt", score: 30% .. 50%) then slimsam()
      gravity = from_normals()
    }`,
  ],
  ['right, with nothing', [], perceive`perceive photos { }`],
  ['right, in any order', [], perceive`perceive photos { gravity = from_normals() points = moge2() }`],
  ['a source that is none', ['SPQ244'], perceive`perceive ${'photo'} { points = moge2() }`],
  ['a source with facts of its own', ['SPQ244'], perceive`perceive ${'r'} { points = moge2() }`],
  [
    'two of one source',
    ['SPQ202'],
    perceive`perceive photos { points = moge2() } perceive ${'photos'} { objects = owlv2("l") }`,
  ],
  ['a role that is none', ['SPQ240'], perceive`perceive photos { ${'depth'} = moge2() }`],
  ['masks on a line of their own', ['SPQ240'], perceive`perceive photos { ${'masks'} = slimsam() }`],
  ['a role twice', ['SPQ202'], perceive`perceive photos { points = moge2() ${'points'} = moge2() }`],
  ['an operator that is none', ['SPQ241'], perceive`perceive photos { points = ${'moge3'}() }`],
  ['an operator of another role', ['SPQ242'], perceive`perceive photos { points = ${'slimsam'}() }`],
  ['then what does not fit', ['SPQ242'], perceive`perceive photos { objects = owlv2("l") then ${'moge2'}() }`],
  ['then nothing that could', ['SPQ242'], perceive`perceive photos { points = moge2() then ${'slimsam'}() }`],
  [
    'then one too many',
    ['SPQ242'],
    perceive`perceive photos { objects = owlv2("l") then slimsam() then ${'slimsam'}() }`,
  ],
  ['a role without what it reads', ['SPQ243'], perceive`perceive photos { gravity = ${'from_normals()'} }`],
  [
    'a second look by the model of the first',
    ['SPQ242'],
    perceive`perceive photos { objects = owlv2("l") coverage = ${'owlv2("l", score: 30% .. 60%)'} }`,
  ],
  [
    'right, with a second look by another model',
    [],
    perceive`perceive photos { objects = onnx("a.onnx", width: 64) coverage = onnx("b.onnx", width: 64) }`,
  ],
  ['an argument that is none', ['SPQ207'], perceive`perceive photos { points = moge2(${'size'}: 3) }`],
  ['a model that is none', ['SPQ207'], perceive`perceive photos { points = moge2(${'"vitx"'}) }`],
  ['no labels', ['SPQ207'], perceive`perceive photos { objects = ${'owlv2()'} }`],
  ['a score that is no range', ['SPQ207'], perceive`perceive photos { objects = owlv2("l", score: ${'30%'}) }`],
  ['shares upside down', ['SPQ207'], perceive`perceive photos { objects = owlv2("l", score: ${'50% .. 30%'}) }`],
  [
    'shares of more than a whole',
    ['SPQ207'],
    perceive`perceive photos { objects = owlv2("l", score: ${'30% .. 150%'}) }`,
  ],
  ['a range that is no share', ['SPQ207'], perceive`perceive photos { objects = owlv2("l", score: ${'1 .. 2'}) }`],
  ['no operator', ['SPQ101'], perceive`perceive photos { points = ${'}'}`],
];

describe('what is told of perceive', () => {
  it.each(cases)('%s', (_, codes, recipe) => recipe.toReport(...codes));

  it('is what was probably meant', () => {
    perceive`perceive ${'phtos'} { ${'pionts'} = moge2() objects = ${'owlv'}("l") }`.toBeRightWhenFixed();
  });
});

describe('a fact that nothing gives', () => {
  const told = (perceived: string, body: string): string => {
    const text = `source photos = images("*.jpg")\n${perceived}\nlevel 1 "L" { task t { ${body} } }\nemit jsonl("q")`;
    const { diagnostics } = compile({ recipe: { file: 'photos.spq', text }, library, options: {} });
    return diagnostics.map(({ code, hint }) => `${code} ${hint ?? ''}`).join('\n');
  };

  it('is told with the line that would give it', () => {
    expect(told('', 'for pixel p ask "{p}?" answer p.depth')).toContain(
      'SPQ401 It is given by `rooms`, `facts`, `perceive photos { points = moge2(…) }`.',
    );
  });

  it('is told with what is missing of a box, and not with what is there', () => {
    const perceived = 'perceive photos { points = moge2() objects = owlv2("l") }';
    expect(told(perceived, 'for object a ask "{a}?" answer a.height')).toContain(
      '`perceive photos { objects = owlv2(…) then slimsam()  gravity = from_normals() }`',
    );
  });
});
