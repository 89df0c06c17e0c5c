/** The things of a scene as lines of text with their colours: what is known of each, and what is not. */
import type { ObjectRow } from '../facts/rows.js';
import { round, textPath } from './stroke-font.js';
import { helperColour } from './things.js';

const TEXT_HEIGHT = 13;
const LINE_HEIGHT = 19;
const MARGIN = 6;
const SWATCH = 13;
const GROUND = '#202020';
const TEXT_COLOUR = '#f0f0f0';

/** The heading first, then a line for each thing, in order. */
export function legendSvg(heading: string, objects: readonly ObjectRow[], width: number): string {
  const height = legendHeight(objects.length);
  const lines = objects.map((row, index) => {
    const top = MARGIN + (index + 1) * LINE_HEIGHT;
    const swatch = `<rect x="${MARGIN}" y="${top}" width="${SWATCH}" height="${SWATCH}" fill="${helperColour(index)}"/>`;
    return swatch + written(legendLine(row), 2 * MARGIN + SWATCH, top);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="none" stroke-linecap="round">`,
    `<rect width="${width}" height="${height}" fill="${GROUND}"/>`,
    written(heading, MARGIN, MARGIN),
    ...lines,
    '</svg>',
  ].join('\n');
}

/** Pixels. */
export const legendHeight = (count: number): number => 2 * MARGIN + (count + 1) * LINE_HEIGHT;

const written = (text: string, left: number, top: number): string =>
  `<path d="${textPath(text, round(left), round(top), TEXT_HEIGHT)}" stroke="${TEXT_COLOUR}" stroke-width="1.25"/>`;

/** `chair-1: chair, 0.48 x 0.94 x 0.50 m at 3.52 m, seen 91 %, faces` */
export function legendLine(row: ObjectRow): string {
  const { objectId, category, presence, size, centre, visibility, truncation, facing } = row;
  const box =
    size === null || centre === null
      ? 'no 3D box'
      : `${size.map((side) => side.toFixed(2)).join(' x ')} m at ${Math.hypot(...centre).toFixed(2)} m`;
  const parts = [
    row.crowd ? `${category} (any number)` : category,
    ...(presence === 'possible' ? ['possible'] : []),
    box,
    visibility === null ? 'seen: unknown' : `seen ${Math.round(100 * visibility)} %`,
    ...(truncation === null
      ? ['cut off: unknown']
      : truncation > 0
        ? [`cut off ${Math.round(100 * truncation)} %`]
        : []),
    ...(facing === null ? [] : ['faces']),
  ];
  return `${objectId}: ${parts.join(', ')}`;
}
