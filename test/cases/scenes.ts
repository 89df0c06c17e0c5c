/** The tiny scenes of golden cases: `## scenes` as JSON, in metres in the frame of a level camera, to facts. */
import { z } from 'zod';
import type { ObjectRow, SceneFacts, VocabularyRow } from '../../runtime/facts/rows.js';
import { completeWord } from '../../runtime/vocabulary/word.js';
import { covered, FURNITURE, pixel, type SceneExtras, scene, thing } from '../reference/scene-builder.js';

const point = z.tuple([z.number(), z.number(), z.number()]);

/** What is left out of an object is as in `scene-builder.ts`: a half-metre cube that is wholly seen and certain. */
const objectShape = z.strictObject({
  id: z.string(),
  category: z.string(),
  centre: point,
  size: point.optional(),
  rotation: z.array(z.number()).length(9).optional(),
  facing: point.optional(),
  front: z.enum(['one', 'several', 'none', 'unseen']).optional(),
  presence: z.enum(['certain', 'possible']).optional(),
  box2d: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  extent: z.enum(['amodal', 'visible']).optional(),
  visibility: z.number().optional(),
  truncation: z.number().optional(),
  crowd: z.boolean().optional(),
  caption: z.string().optional(),
  verifiedBy: z.string().optional(),
  /** Of columns that the recipe names, in its order. */
  own: z.strictObject({ numbers: z.array(z.number().nullable()), texts: z.array(z.string().nullable()) }).optional(),
});

const pixelShape = z.strictObject({ id: z.string(), at: z.tuple([z.number(), z.number()]), point });

const sceneShape = z.strictObject({
  id: z.string(),
  capture: z.string().optional(),
  up: z.nullable(point).optional(),
  metric: z.boolean().optional(),
  scaleSigma: z.number().optional(),
  /** Labels that the scene covers; by default the whole vocabulary. */
  covers: z.array(z.string()).optional(),
  objects: z.array(objectShape),
  pixels: z.array(pixelShape).optional(),
});

const wordShape = z.strictObject({
  label: z.string(),
  plural: z.string(),
  article: z.string().optional(),
  broader: z.string().optional(),
  same: z.array(z.string()).optional(),
  also: z.array(z.string()).optional(),
});

/** The furniture of the tests, and the words that the case adds: all of them countable. */
export function vocabularyOf(json: string): readonly VocabularyRow[] {
  if (json === '') return FURNITURE;
  const own = z.array(wordShape).parse(JSON.parse(json));
  return [...FURNITURE, ...own.map((word) => completeWord({ ...word, countable: true }))];
}

export function scenesOf(json: string, vocabulary: readonly VocabularyRow[]): readonly SceneFacts[] {
  return z
    .array(sceneShape)
    .parse(JSON.parse(json))
    .map((given) => {
      const labels = given.covers ?? vocabulary.map(({ label }) => label);
      const pixels = given.pixels?.map(({ id, at: [u, v], point: seen }) => pixel(id, u, v, seen)) ?? [];
      const extras: SceneExtras = {
        pixels,
        coverage: labels.map((label) => covered(label)),
        scene: sceneFactsOf(given),
      };
      return scene(given.id, given.objects.map(objectOf), extras);
    });
}

function sceneFactsOf({
  capture,
  up,
  metric,
  scaleSigma,
}: z.infer<typeof sceneShape>): NonNullable<SceneExtras['scene']> {
  return {
    ...(capture === undefined ? {} : { captureId: capture }),
    ...(up === undefined ? {} : { up }),
    ...(metric === undefined ? {} : { metric }),
    ...(scaleSigma === undefined ? {} : { scaleSigma }),
  };
}

function objectOf({ id, category, centre, ...facts }: z.infer<typeof objectShape>): ObjectRow {
  const said: Partial<ObjectRow> = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return thing(id, category, centre, said);
}
