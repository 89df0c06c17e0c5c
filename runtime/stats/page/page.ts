/**
 * The report as one HTML page that needs nothing else: charts are SVG in it, pictures are data in it, and it has no
 * script. Every text of the data is escaped by `markup.ts`.
 */
import type { Stats } from '../report.js';
import type { Sample } from '../samples.js';
import { answerSection, questionSection, referenceSection, repetitionSection } from './count-sections.js';
import { baselineSection, shareSection } from './fairness-sections.js';
import { html } from './markup.js';
import { sampleSection } from './sample-section.js';
import { marginSection, tupleSection } from './tuple-sections.js';
import { grouped } from './wording.js';

const style = `
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem; }
h1 { font-size: 1.5rem; margin: .5rem 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 .3rem; }
h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
figure { margin: 0; }
figcaption { font-size: .85rem; margin-bottom: .3rem; }
.quiet { opacity: .7; }
.wide { overflow-x: auto; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(280px, 1fr)); gap: 1.2rem; }
.samples { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 1.2rem; }
.samples img { width: 100%; }
.samples p, .samples ol { margin: .2rem 0; }
.none { border: 1px dashed; padding: 2rem 1rem; opacity: .6; text-align: center; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1rem; font-size: .85rem; margin: .4rem 0; }
.legend i { display: inline-block; width: .8em; height: .8em; margin-right: .35em; }
.beyond { color: #d55e00; }
table { border-collapse: collapse; font-size: .85rem; }
th, td { text-align: left; padding: .15rem .6rem .15rem 0; border-bottom: 1px solid rgb(128 128 128 / .3); }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
summary { cursor: pointer; margin: .6rem 0; }
`;

/** @param title in plain text */
export function statsPage(title: string, stats: Stats, samples: readonly Sample[]): string {
  const sources = stats.sources.map(
    ({ source, scenes, objects }) => `${source}: ${grouped(scenes)} scenes with ${grouped(objects)} objects`,
  );
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<h1>${title}</h1>
<p>${grouped(stats.questions)} questions. ${sources.join('; ')}.</p>
${questionSection(stats)}
${sampleSection(samples)}
${answerSection(stats)}
${shareSection(stats)}
${baselineSection(stats)}
${tupleSection(stats)}
${marginSection(stats)}
${referenceSection(stats)}
${repetitionSection(stats)}
</body>
</html>
`;
  return page.markup;
}
