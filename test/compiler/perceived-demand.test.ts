/** Of the models that a recipe names, a plan has those that its questions need, and no other. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/index.js';
import { library } from '../agreement/pipeline.js';

const all = `perceive photos {
  points  = moge2("vits-normal")
  objects = owlv2(labels: "labels.txt", score: 30% .. 50%) then slimsam()
  gravity = from_normals()
}`;

const planned = (tasks: string, perceived = all, settings = 'refer by box') => {
  const text = `source photos = images("*.jpg")\n${perceived}\n${settings}\nlevel 1 "L" { ${tasks} }\nemit jsonl("q")`;
  const { plan, diagnostics } = compile({ recipe: { file: 'photos.spq', text }, library, options: {} });
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  return plan?.sources[0]?.perceive;
};
const rolesOf = (tasks: string, settings?: string): string =>
  planned(tasks, all, settings)
    ?.operators.map(({ role }) => role)
    .join(' ') ?? '';

const pixelTask = 'task points { for pixel p ask "{p}?" answer p.distance }';
const pictureTask = 'task inPicture { for object a ask "{a}?" answer a.category }';
const heightTask = 'task height { for object a ask "{a}?" answer a.height }';

describe('what is perceived', () => {
  it('is the point map alone where pixels are asked about', () => {
    expect(rolesOf(pixelTask)).toBe('points');
    expect(planned(pixelTask)?.boxes).toBe(false);
  });

  it('is no point map where nothing but the picture is asked about', () => {
    expect(rolesOf(pictureTask)).toBe('objects');
  });

  it('is all that a box is made of where a size is asked', () => {
    expect(rolesOf(heightTask)).toBe('points objects masks gravity');
    expect(planned(heightTask)?.boxes).toBe(true);
  });

  it('is gravity, and its points, where heights of points are asked', () => {
    expect(rolesOf('task base { for pixel p ask "{p}?" answer p.base }')).toBe('points gravity');
  });

  it('is what any task needs, and shrinks with the tasks that are chosen', () => {
    expect(rolesOf(`${pixelTask} ${pictureTask}`)).toBe('points objects');
  });

  it('is nothing where nothing needs it', () => {
    const text = `source photos = images("*.jpg")\n${all}\nsource r = rooms(2)\nlevel 1 "L" { ${pixelTask} }\nemit jsonl("q")`;
    const { plan } = compile({ recipe: { file: 'photos.spq', text }, library, options: {} });
    expect(plan?.sources.map(({ perceive }) => perceive?.operators.length)).toEqual([1, undefined]);
  });

  it('has what it reads in the plan, and its arguments as numbers', () => {
    expect(planned(pictureTask)?.operators).toEqual([
      { role: 'objects', operator: 'owlv2', arguments: { labels: 'labels.txt', score: [0.3, 0.5] }, reads: [] },
    ]);
    expect(planned(heightTask)?.operators.map(({ reads }) => reads)).toEqual([[], [], ['objects'], ['points']]);
  });
});
