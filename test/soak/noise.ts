/**
 * Truth under noise: `npx tsx test/soak/noise.ts [rooms] [seed]`, by default 200 rooms.
 *
 * Asks recipes/hispatial.spq and recipes/beyond.spq of rooms seen through the noise of docs/noise.md, and judges every
 * question by the truth. Prints per task what was asked, and what of it is wrong, wrongly named and undecidable in truth;
 * then precision and coverage over multiples of the margins.
 *
 *   --json              all of it as JSON
 *   --factors 1         other multiples of the margins
 *   --tasks a,b         only these tasks
 *   --set scale=0.08    another noise, as often as wanted
 */
import { parseArgs } from 'node:util';
import { curveOf, FACTORS } from '../noise/curve.js';
import { MONOCULAR, type NoiseModel } from '../noise/noise-model.js';
import { asJson, curveLines, taskLines } from '../noise/report.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    factors: { type: 'string' },
    tasks: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
  },
});
const [rooms = 200, seed = 21] = positionals.map(Number);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function changed(model: NoiseModel, settings: readonly string[]): NoiseModel {
  const known = new Set(Object.keys(model));
  const given = settings.map((setting) => setting.split('='));
  for (const [name = ''] of given) if (!known.has(name)) throw new Error(`no magnitude ${name}`);
  return { ...model, ...Object.fromEntries(given.map(([name = '', value]) => [name, Number(value)])) };
}

const points = await curveOf({
  rooms,
  seed,
  model: changed(MONOCULAR, values.set),
  factors: values.factors?.split(',').map(Number) ?? FACTORS,
  ...(values.tasks === undefined ? {} : { tasks: new Set(values.tasks.split(',')) }),
  say: values.json ? () => {} : say,
});
if (values.json) say(asJson(points));
else for (const line of [...taskLines(points), '', ...curveLines(points)]) say(line);
