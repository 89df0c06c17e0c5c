/**
 * What a blind model could learn from questions (S8, S9, S10):
 *
 *   tsx test/soak/bias.ts store <store.duckdb>         of a store
 *   tsx test/soak/bias.ts recipe <recipe.spq> [rooms]  of a recipe, asked of so many rooms
 *   tsx test/soak/bias.ts guide [rooms]                of every program of docs/language.md
 *
 * Prints what is out of bounds and the worst of each kind, with `--all` everything. Ends in 1 where a bound is broken:
 * claims, places of the right option and first-named things within 1 point of an even share, and no rule on the forms
 * of references better than the same rule without them by more than 1 point.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { guide, inRooms, inStore, recipeIn } from './bias/asking.js';
import { broken, type Finding, lineOf } from './bias/finding.js';
import { judge, rowsOf } from './bias/judged.js';
import { byNouns, formRules, optionRules } from './bias/rules.js';
import { firstNamed, places, ranks, truths } from './bias/shares.js';

const [mode = '', ...rest] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const flags = new Set(process.argv.filter((word) => word.startsWith('--')));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const kinds = [truths, places, ranks, firstNamed, formRules, optionRules];
let looked = 0;
let wrong = 0;

async function look(c: DuckDBConnection, name: string): Promise<void> {
  await judge(c);
  const [[count] = []] = await rowsOf(c, 'select count(*) from judged');
  say(`${name}: ${count} questions`);
  for (const kind of kinds) tell(await kind(c));
  if (flags.has('--nouns')) for (const finding of await byNouns(c)) say(lineOf(finding));
}

function tell(findings: readonly Finding[]): void {
  const away = (f: Finding): number => (f.bothWays ? Math.abs(f.found - f.chance) : f.found - f.chance);
  const surprise = (f: Finding): number => away(f) * Math.sqrt(f.n);
  const [worst] = findings.toSorted((a, b) => surprise(b) - surprise(a));
  const shown = findings.filter((f) => flags.has('--all') || broken(f) || f === worst);
  for (const finding of shown) say(lineOf(finding));
  looked += findings.length;
  wrong += findings.filter(broken).length;
}

if (mode === 'store') await inStore(rest[0] ?? '', look);
else if (mode === 'recipe') await inRooms([recipeIn(rest[0] ?? '')], Number(rest[1] ?? 4000), look);
else if (mode === 'guide') await inRooms(guide(), Number(rest[0] ?? 4000), look);
else throw new Error('tsx test/soak/bias.ts store|recipe|guide …');
say(`${looked} shares looked at, ${wrong} beyond their bound`);
process.exitCode = wrong > 0 ? 1 : 0;
