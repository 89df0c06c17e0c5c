/** The shape of a RoboSpatial annotation file: one picture, its camera, and boxes in the world. */
import { z } from 'zod';

const finite = z.number();
const matrix4 = z.array(z.array(finite).length(4)).length(4);

/** Centre, full sizes (metres, world, z up), then Euler angles about z, x, y (radians). */
const box = z.tuple([finite, finite, finite, finite, finite, finite, finite, finite, finite]);

export const annotationShape = z.object({
  dataset: z.string(),
  scene_name: z.string(),
  image_name: z.string().min(1),
  /** Width, height. */
  image_size: z.tuple([z.int().positive(), z.int().positive()]),
  /** Positions in `objects`. */
  visible_instance_ids: z.array(z.int().nonnegative()),
  camera_annotations: z.object({
    /** Camera to world. */
    extrinsic: matrix4,
    intrinsic: matrix4,
    /** World to the world whose z is up. */
    axis_align_matrix: matrix4,
  }),
  objects: z.array(z.object({ Name: z.string().min(1), bbox_3d: z.array(box).min(1) })),
});

export type Annotation = z.output<typeof annotationShape>;
