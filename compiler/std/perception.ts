/**
 * Perception, declared once: the roles in which a model serves a recipe, and the operators that fill them.
 * The runtime must implement every operator (`runtime/perceive/operators/index.ts` is typed by this table).
 */
import type { Parameter, Provision } from './operators.js';

/** What is found out about a picture, in the order in which it is found out: a role reads only what stands before it. */
export const roleNames = ['points', 'objects', 'masks', 'gravity', 'facing', 'captions', 'coverage'] as const;
export type Role = (typeof roleNames)[number];

export interface RoleDeclaration {
  readonly about: string;
  /** Beside the picture itself. */
  readonly reads: readonly Role[];
  readonly provides: readonly Provision[];
  /** Stands behind `then`, and is no line of its own. */
  readonly after?: Role;
}

export const roles: Readonly<Record<Role, RoleDeclaration>> = {
  points: { about: 'a metric point map and the focal length', reads: [], provides: ['pixel'] },
  objects: { about: 'labelled things with 2D boxes', reads: [], provides: ['object'] },
  masks: { about: 'the pixels of each thing', reads: ['objects'], provides: [], after: 'objects' },
  gravity: { about: 'which way is up, and the floor', reads: ['points'], provides: ['gravity', 'floor'] },
  facing: {
    about: 'the one front of things that have one',
    reads: ['points', 'objects', 'masks'],
    provides: ['facing'],
  },
  captions: { about: 'descriptions that fit one thing', reads: ['objects'], provides: ['caption'] },
  coverage: { about: 'whether a second look finds the same things', reads: ['objects'], provides: ['coverage'] },
};

/** 3D boxes are made of what these roles give: pixels of a thing, their points, and which way is up. */
export const boxesNeed: readonly Role[] = ['points', 'masks', 'gravity'];

export interface PerceptionOperator {
  readonly about: string;
  readonly roles: readonly Role[];
  /** In order; the first ones may be given without their names. */
  readonly parameters: readonly Parameter[];
  /** Of a picture, beside a pass of MoGe-2 ViT-S, which is 1. */
  readonly cost: number;
}

const scores: Parameter = {
  name: 'score',
  type: 'range',
  required: false,
  about: 'below the first share a thing is absent, from the second on certain, between them possible',
};
const labels = (about: string, required: boolean): Parameter => ({ name: 'labels', type: 'path', required, about });
const ownFile = (name: string, required: boolean, about: string): Parameter => ({
  name,
  type: 'path',
  required,
  about,
});
const model = (words: readonly string[]): Parameter => ({
  name: 'model',
  type: 'text',
  words,
  required: false,
  about: 'which file of it; the first by default',
});

const word = (name: string, words: readonly string[], about: string): Parameter => ({
  name,
  type: 'word',
  words,
  required: false,
  about: `${about}; ${words[0]} by default`,
});
const text = (name: string, about: string): Parameter => ({ name, type: 'text', required: false, about });
const count = (name: string, about: string): Parameter => ({ name, type: 'count', required: false, about });

/** What is said of a model that nobody here knows. Which of it a role needs, docs/perceive.md says. */
const description: readonly Parameter[] = [
  text('input', 'the input that takes the picture, `image` by default'),
  { name: 'width', type: 'count', required: true, about: 'of what the model is given, pixels' },
  count('height', 'of what the model is given, pixels; as `width` by default'),
  word('fit', ['squash', 'letterbox', 'keep'], 'how a picture is made so large'),
  count('multiple', 'with `keep`: sides are multiples of it'),
  word('normalize', ['unit', 'imagenet', 'clip', 'half', 'bytes'], 'what bytes become'),
  word('channels', ['rgb', 'bgr'], 'the order of the planes'),
  count('padding', 'the byte of what is beside the picture; 0 by default'),
  text('output', 'the output that is depth, or masks'),
  word('depth', ['metric', 'inverse', 'canonical'], 'what depth is'),
  count('canonical_focal', 'the focal length of `canonical` depth, pixels; 1000 by default'),
  text('focal', 'the output that is the focal length in pixels of the input'),
  text('boxes', 'the output that is boxes; of masks the input'),
  word('box', ['xyxy', 'cxcywh'], 'what the four numbers are'),
  word('unit', ['pixels', 'share'], 'in what they are'),
  text('scores', 'the output that is scores'),
  word('activation', ['sigmoid', 'none', 'softmax'], 'what makes shares of scores'),
  text('classes', 'the output that is the numbers of classes, where scores have no column for each'),
  word('values', ['logits', 'shares'], 'what masks hold'),
  labels('a text file with the labels of the classes, in their order', false),
  scores,
];

export type OperatorName =
  | 'moge2'
  | 'owlv2'
  | 'slimsam'
  | 'from_normals'
  | 'grounding_dino'
  | 'geocalib'
  | 'orient_anything'
  | 'vlm'
  | 'dfine'
  | 'yolox'
  | 'sam2'
  | 'worker'
  | 'onnx'
  | 'server';

export const perceptionOperators: Readonly<Record<OperatorName, PerceptionOperator>> = {
  moge2: {
    about: 'MoGe-2: point map, normals and field of view of a single picture.',
    roles: ['points'],
    parameters: [model(['vits-normal'])],
    cost: 1,
  },
  owlv2: {
    about: 'OWLv2: things that match the phrases of a file.',
    roles: ['objects', 'coverage'],
    parameters: [labels('a text file with a label in each line', true), scores],
    cost: 4,
  },
  slimsam: { about: 'SlimSAM: the mask of what is in a box.', roles: ['masks'], parameters: [], cost: 1 },
  dfine: {
    about: 'D-FINE: things of a closed list of classes.',
    roles: ['objects', 'coverage'],
    parameters: [
      scores,
      labels('its classes, one in each line and in its order; those of COCO by default', false),
      ownFile('file', false, 'an ONNX file of your own; by default the registered one'),
    ],
    cost: 0.5,
  },
  yolox: {
    about: 'YOLOX: things of a closed list of classes.',
    roles: ['objects', 'coverage'],
    parameters: [
      ownFile('file', true, 'its ONNX file, as the authors release it'),
      scores,
      labels('its classes, one in each line and in its order; those of COCO by default', false),
    ],
    cost: 0.2,
  },
  sam2: {
    about: 'SAM 2.1: the mask of what is in a box, if anything is.',
    roles: ['masks'],
    parameters: [ownFile('encoder', true, 'ONNX file of its encoder'), ownFile('decoder', true, 'and of its decoder')],
    cost: 2,
  },
  from_normals: { about: 'Up by the normals of the point map.', roles: ['gravity'], parameters: [], cost: 0.05 },
  grounding_dino: {
    about: 'Grounding DINO: things that match the names of a file, a pass for each name.',
    roles: ['objects', 'coverage'],
    parameters: [labels('a text file with a label in each line', true), scores],
    cost: 40,
  },
  geocalib: {
    about: 'GeoCalib: up by the fields of its network, where the focal length is known.',
    roles: ['gravity'],
    parameters: [],
    cost: 0.5,
  },
  orient_anything: {
    about: 'Orient Anything: which way a thing faces, by its crop.',
    roles: ['facing'],
    parameters: [
      { name: 'file', type: 'path', required: true, about: 'an ONNX file that was exported from it' },
      { name: 'version', type: 'word', words: ['v1', 'v2'], required: false, about: 'of the model; v1 by default' },
    ],
    cost: 2,
  },
  vlm: {
    about:
      'A vision-language model behind a server: a caption of each thing, and whether it finds that thing alone; or how many there are.',
    roles: ['captions', 'coverage'],
    parameters: [
      { name: 'endpoint', type: 'text', required: true, about: 'the address before `/chat/completions`' },
      { name: 'model', type: 'text', required: true, about: 'what the server calls the model' },
      {
        name: 'coordinates',
        type: 'word',
        words: ['norm1000', 'pixels', 'norm1'],
        required: false,
        about: 'the numbers in which the model gives boxes: 0..1000 (the default), pixels or 0..1',
      },
      labels('of coverage: the text file of labels that are counted', false),
      {
        name: 'verifier',
        type: 'text',
        required: false,
        about: 'the model that looks for captions; the same by default',
      },
      {
        name: 'at_once',
        type: 'count',
        required: false,
        about: 'how many questions the server is asked at once; 8 by default',
      },
    ],
    cost: 20,
  },
  worker: {
    about: 'A program of this machine that stays: any model of your own, in Python or anything else.',
    roles: ['points', 'objects', 'masks', 'gravity', 'facing', 'captions', 'coverage'],
    parameters: [
      { name: 'name', type: 'text', required: true, about: 'a name that spq.workers.json binds to a program' },
      scores,
    ],
    cost: 4,
  },
  onnx: {
    about: 'Any other ONNX file, by a description of what it takes and gives.',
    roles: ['points', 'objects', 'masks', 'coverage'],
    parameters: [{ name: 'file', type: 'path', required: true, about: 'an ONNX file' }, ...description],
    cost: 2,
  },
  server: {
    about: 'A model behind servers that speak KServe version 2, as Triton does, by the same description.',
    roles: ['points', 'objects', 'masks', 'coverage'],
    parameters: [
      {
        name: 'url',
        type: 'text',
        required: true,
        about: 'the address before `/v2/models`, or several between commas',
      },
      { name: 'model', type: 'text', required: true, about: 'what the server calls the model' },
      ...description,
      count('at_once', 'requests under way at each server; 4 by default'),
    ],
    cost: 2,
  },
};

export const operatorsOf = (role: Role): readonly string[] =>
  Object.entries(perceptionOperators).flatMap(([name, { roles: fills }]) => (fills.includes(role) ? [name] : []));

/** A line of `perceive` that gives this role. */
export function exampleOf(role: Role): string {
  const call = (of: Role): string => {
    const [name = '…'] = operatorsOf(of);
    const given = Object.entries(perceptionOperators).find(([other]) => other === name)?.[1].parameters ?? [];
    return given.length === 0 ? `${name}()` : `${name}(…)`;
  };
  const { after } = roles[role];
  return after === undefined ? `${role} = ${call(role)}` : `${after} = ${call(after)} then ${call(role)}`;
}
