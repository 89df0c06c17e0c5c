/** A small valid scene, and ways to change it. */
import type {
  ObjectRow,
  OpenedSource,
  SceneFacts,
  SceneRow,
  SourceItem,
  VocabularyRow,
} from '../../runtime/facts/rows.js';
import { completeWord } from '../../runtime/vocabulary/word.js';

export const exampleObject: ObjectRow = {
  objectId: 'a',
  trackId: null,
  category: 'chair',
  score: null,
  presence: 'certain',
  crowd: false,
  box2d: [270, 190, 370, 290],
  centre: [0, 0, 5.5],
  size: [1, 1, 1],
  rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  extent: 'amodal',
  provenance: 'truth',
  facing: [0, 0, -1],
  front: 'one',
  visibility: 0.75,
  truncation: 0,
  caption: null,
  verifiedBy: null,
};

export const exampleScene: SceneRow = {
  sceneId: 'room 1',
  captureId: 'house',
  frameIndex: 7,
  timestamp: 0.5,
  imageUri: null,
  sha256: null,
  width: 640,
  height: 480,
  intrinsics: [500, 500, 320, 240],
  intrinsicsSource: 'truth',
  worldFromCamera: [1, 0, 0, 1, 0, 1, 0, 2, 0, 0, 1, 3, 0, 0, 0, 1],
  up: [0, -1, 0],
  upSource: 'truth',
  floorHeight: -1.5,
  metric: true,
  scaleSigma: null,
  licence: null,
};

export function example(scene: Partial<SceneRow>, objects: readonly Partial<ObjectRow>[]): SceneFacts {
  return {
    scene: { ...exampleScene, ...scene },
    objects: objects.map((object) => ({ ...exampleObject, ...object })),
    pixels: [{ pixelId: 'p0', u: 12, v: 34, point: [0.5, -0.25, 2] }],
    coverage: [
      { category: 'table', status: 'verified_absent', method: 'truth' },
      { category: 'chair', status: 'exhaustive', method: 'truth' },
      { category: 'cup', status: 'unknown', method: 'truth' },
    ],
    dense: [
      {
        role: 'depth',
        uri: '/data/depth.png',
        encoding: 'uint16',
        depthKind: 'z',
        scale: 0.001,
        width: 640,
        height: 480,
      },
    ],
  };
}

export const exampleVocabulary: readonly VocabularyRow[] = [
  completeWord({ label: 'seat', countable: true, also: ['place'], hasFront: 'one' }),
  completeWord({ label: 'chair', countable: true, broader: 'seat', hasFront: 'one' }),
  completeWord({ label: 'armchair', countable: true, broader: 'chair', hasFront: 'one' }),
  completeWord({ label: 'sofa', countable: true, broader: 'seat', also: ['couch', 'armchair'], hasFront: 'one' }),
];

export function sourceOf(items: readonly (SceneFacts | SourceItem)[]): OpenedSource {
  return {
    vocabulary: exampleVocabulary,
    count: items.length,
    items: items.map((item) => ('kind' in item ? item : { kind: 'scene', facts: item })),
  };
}
