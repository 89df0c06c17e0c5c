/** The pipeline asks what the definition says on programs that nobody wrote: `tsx test/soak/programs.ts [programs] [scenes]`. */
import { comparedPrograms, summaryOf } from '../agreement/programs.js';

const [programs = 300, scenes = 50] = process.argv.slice(2).map(Number);
/** So many at a time: memory is bounded, and progress is seen. */
const at = 10;
let disagreeing = 0;
let questions = 0;
for (let first = 0; first < programs; first += at) {
  const part = Array.from({ length: Math.min(at, programs - first) }, (_, i) => first + i);
  const found = await comparedPrograms(part, { count: scenes, first: 9_000 });
  disagreeing += found.disagreeing.length;
  questions += found.questions;
  for (const one of found.disagreeing) process.stdout.write(`${JSON.stringify(summaryOf(one), null, 1)}\n`);
  process.stdout.write(`${first + part.length} programs, ${questions} questions, ${disagreeing} programs disagree\n`);
}
process.exitCode = disagreeing > 0 ? 1 : 0;
