/** A plan whose sources render no pictures, which belong to no question. Its scenes and questions are those of the plan. */
import type { Plan } from '../compiler/plan/plan.js';

export function withoutPictures(plan: Plan): Plan {
  const sources = plan.sources.map((source) =>
    source.operator === 'rooms' ? { ...source, arguments: { ...source.arguments, pictures: false } } : source,
  );
  return { ...plan, sources };
}
