/**
 * Judges what the shipped recipes ask of rooms by the truth of the rooms: `tsx test/soak/truth.ts [rooms] [seed]`.
 * Every noun phrase must mean the one thing that was meant, and every answer be what the room says. 340 rooms give
 * about 150,000 questions. Prints a line per task, and ends in 1 where anything is wrong or was not judged.
 */
import { askings, otherNames } from '../truth/asking.js';
import { judging } from '../truth/judging.js';
import { add, isRight, type Tallies, tableOf } from '../truth/tally.js';

const [rooms = 340, seed = 11] = process.argv.slice(2).map(Number);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

let right = true;
let all = 0;
for (const asking of [...askings, otherNames]) {
  say(`\n${asking.name}`);
  const { tasks, questions, verdictOn } = await judging(asking, seed, rooms);
  const tallies: Tallies = new Map();
  for (const asked of questions) add(tallies, asked, verdictOn(asked));
  for (const line of tableOf(tallies)) say(line);
  for (const [task, tally] of tallies) for (const example of tally.examples) say(`${task}: ${example}`);
  const silent = tasks.filter((task) => !tallies.has(task));
  if (silent.length > 0) say(`nothing was asked of ${silent.join(', ')}`);
  right &&= [...tallies.values()].every(isRight);
  all += questions.length;
}
say(`${all} questions of ${rooms} rooms: ${right ? 'all right' : 'not all right'}`);
process.exitCode = right ? 0 : 1;
