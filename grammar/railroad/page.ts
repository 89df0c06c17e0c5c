/** Productions -> a page with a railroad picture of each. Stands alone: no script, no font, no picture from elsewhere. */
import { notationOf } from './notation.js';
import type { NamedProduction, Production } from './production.js';
import { box, escaped, inSequence, line, oneOf, optional, repeated, type Shape } from './shape.js';

const MARGIN = 10;
/** Of the track before and behind a production. */
const ENDS = 20;

const style = `
  :root { color-scheme: light dark; --line: #667; --text: #223; --back: #fff; --word: #e7effc; --sort: #f2f2ea; --rule: #e9f5ea; }
  @media (prefers-color-scheme: dark) {
    :root { --line: #99a; --text: #dde; --back: #16181d; --word: #23324a; --sort: #33332a; --rule: #22382a; }
  }
  body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); }
  h2 { font-size: 1.1rem; margin: 2rem 0 0.2rem; }
  nav { columns: 12rem; font-size: 0.9rem; }
  nav a { display: block; }
  a { color: inherit; }
  figure { margin: 0; overflow-x: auto; }
  pre { margin: 0; font-size: 0.8rem; opacity: 0.75; white-space: pre-wrap; }
  svg { display: block; }
  svg path { fill: none; stroke: var(--line); stroke-width: 1.5; }
  svg rect { stroke: var(--line); stroke-width: 1.2; }
  svg text { fill: var(--text); font: 13px ui-monospace, monospace; text-anchor: middle; }
  .word rect { fill: var(--word); }
  .sort rect { fill: var(--sort); }
  .sort text { font-style: italic; }
  .rule rect { fill: var(--rule); }
`;

export function railroadPage(productions: readonly NamedProduction[]): string {
  const names = productions.map(({ name }) => `<a href="#${name}">${spaced(name)}</a>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The grammar of spq</title>
<style>${style}</style>
</head>
<body>
<h1>The grammar of spq</h1>
<p>Made by <code>npm run grammar</code> from the rules that the parser runs. Follow the track from left to right.
Round boxes are written as they stand, or are a name, a number or a text; square ones are other rules.
What a recipe means is told in <a href="language.md">language.md</a>.</p>
<nav>
${names.join('\n')}
</nav>
${productions.map(section).join('\n')}
</body>
</html>
`;
}

function section({ name, production }: NamedProduction): string {
  const notation = escaped(`${name} = ${notationOf(production)}`);
  return `<section id="${name}">
<h2>${spaced(name)}</h2>
<figure>${picture(shapeOf(production), notation)}</figure>
<pre>${notation}</pre>
</section>`;
}

function picture(shape: Shape, label: string): string {
  const width = shape.width + 2 * (MARGIN + ENDS);
  const height = shape.up + shape.down + 2 * MARGIN;
  const y = MARGIN + shape.up;
  const right = MARGIN + ENDS + shape.width;
  const ends = [MARGIN, right + ENDS].map((x) => `<path d="M${x} ${y - 6}v12"/>`).join('');
  const tracks = line(MARGIN, y, ENDS) + shape.paint(MARGIN + ENDS, y) + line(right, y, ENDS);
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${ends}${tracks}</svg>`;
}

function shapeOf(production: Production): Shape {
  switch (production.kind) {
    case 'token':
      return box(production.text, production.exact ? 'word' : 'sort');
    case 'rule':
      return box(spaced(production.name), 'rule', `#${production.name}`);
    case 'sequence':
      return inSequence(production.of.map(shapeOf));
    case 'choice':
      return oneOf(production.of.map(shapeOf));
    case 'optional':
      return optional(shapeOf(production.of));
    case 'repeat':
      return repeated(shapeOf(production.of), production.separator && shapeOf(production.separator));
  }
}

/** `marginPart` as people write it. */
function spaced(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
