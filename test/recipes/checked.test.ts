/** Every recipe that is shipped is right, and so is every file of tasks, imported alone: no error, no warning. */
import { describe, expect, it } from 'vitest';
import type { Source } from '../../compiler/diagnostics/span.js';
import { diagnose } from '../../compiler/index.js';
import { library } from '../agreement/pipeline.js';
import { asking, readShipped, shipped, shippedLibraries, shippedRecipes } from './shipped.js';

const told = (recipe: Source): readonly string[] =>
  diagnose({ recipe, library, read: readShipped, options: {} }).map(({ code, message }) => `${code} ${message}`);

describe('shipped recipes', () => {
  it.each(shippedRecipes)('%s', (file) => {
    expect(told(shipped(file))).toEqual([]);
  });
});

describe('shipped files of tasks', () => {
  it.each(shippedLibraries)('%s', (file) => {
    expect(told(asking(file))).toEqual([]);
  });
});

/** Kinds of the reference, of photographs and of 3D-labelled scenes, and pairwise depth order. */
const kinds = [
  'level0',
  'vqa_orientation',
  'vqa_query_aabb',
  'vqa_object_size_single',
  'vqa_distance_single',
  'vqa_object_direction_multi',
  'vqa_object_relation_multi',
  'vqa_object_relation_multi_world',
  'vqa_distance_multi',
  'vqa_distance_each_axis_multi',
  'vqa_distance_each_axis_multi_world',
  'vqa_distance_three_objects',
  'vqa_distance_three_objects_comparision',
  'vqa_closest_distance_multi',
  'vqa_comparison_multiple_objects',
  'vqa_orientation_comparison_two_objects',
  'vqa_spatial_mcq_multiangle',
  'vqa_spatial_mcq_multiangle_world',
  'vqa_counting_objects',
  'vqa_most_objects_in_class',
  'vqa_relative_position_new_perspective',
  'vqa_relative_position_new_perspective_no_orient',
  'Pairwise depth order',
  'orientation',
  'perspective_taking',
  'spatial_relation',
  'distance',
  'object_depth_comparison',
  'object_width',
  'object_height',
  'problem_solving',
];

describe('the reference', () => {
  const texts = shippedLibraries.map((file) => shipped(file).text).join('\n');

  it.each(kinds)('is restated: %s', (kind) => {
    expect(texts).toMatch(kind === 'Pairwise depth order' ? kind : `\`${kind}\``);
  });
});
