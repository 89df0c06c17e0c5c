/**
 * The bound tree: every name is what it stands for. No types yet; settings are numbers in whole units.
 */
export type * from './bound/expression.js';
export type * from './bound/recipe.js';
export type * from './bound/task.js';
