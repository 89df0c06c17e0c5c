/** Marks as an SVG that lies over a part of a picture. Pure; texts of the data become strokes, so nothing needs escaping. */
import type { Pixel } from '../geometry/projection.js';
import type { Mark, Stroke, View } from './mark.js';
import { round, textPath, textWidth } from './stroke-font.js';

const labelHeight = 13;
const padding = 3;

/** An SVG of `view.width * view.scale` by `view.height * view.scale` pixels. */
export function overlay(marks: readonly Mark[], view: View): string {
  const [width, height] = [Math.round(view.width * view.scale), Math.round(view.height * view.scale)];
  const drawn = marks.flatMap((mark) => (mark.kind === 'label' ? [] : [shape(mark, view)]));
  const labels = labelled(marks, view, width, height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="none" stroke-linecap="round" stroke-linejoin="round">`,
    ...drawn,
    ...labels,
    '</svg>',
  ].join('\n');
}

/** A pixel's centre lies half a pixel inside the picture's grid. */
const place = ([u, v]: Pixel, { left, top, scale }: View): Pixel => [
  round((u + 0.5 - left) * scale),
  round((v + 0.5 - top) * scale),
];

function shape(mark: Exclude<Mark, { kind: 'label' }>, view: View): string {
  switch (mark.kind) {
    case 'box': {
      const [x1, y1, x2, y2] = mark.bounds;
      const [left, top] = place([x1, y1], view);
      const [right, bottom] = place([x2, y2], view);
      return stroked(`M${left} ${top}H${right}V${bottom}H${left}Z`, mark.stroke);
    }
    case 'lines':
      return stroked(mark.lines.map((line) => segment(line, view)).join(''), mark.stroke);
    case 'arrow':
      return stroked(arrow(place(mark.from, view), place(mark.to, view)), mark.stroke);
    case 'point': {
      const [x, y] = place(mark.at, view);
      const r = 7;
      const cross = `M${x - r} ${y}H${round(x - 2)}M${round(x + 2)} ${y}H${x + r}M${x} ${y - r}V${round(y - 2)}M${x} ${round(y + 2)}V${y + r}`;
      return stroked(`${cross}M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`, mark.stroke);
    }
  }
}

function segment([from, to]: readonly [Pixel, Pixel], view: View): string {
  const [x1, y1] = place(from, view);
  const [x2, y2] = place(to, view);
  return `M${x1} ${y1}L${x2} ${y2}`;
}

/** A line with two barbs. */
function arrow([x1, y1]: Pixel, [x2, y2]: Pixel): string {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return `M${x1} ${y1}l0 0`;
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const barb = Math.min(12, Math.max(5, length / 3));
  const at = (side: number): string =>
    `${round(x2 - barb * (dx * 0.87 - side * dy * 0.5))} ${round(y2 - barb * (dy * 0.87 + side * dx * 0.5))}`;
  return `M${x1} ${y1}L${x2} ${y2}M${at(1)}L${x2} ${y2}L${at(-1)}`;
}

/** Under each line a dark one, so that it is seen on any ground. */
function stroked(path: string, { colour, width, dashed }: Stroke): string {
  const dash = dashed ? ' stroke-dasharray="5 5"' : '';
  return [
    `<path d="${path}" stroke="#000000" stroke-opacity="0.55" stroke-width="${width + 2}"${dash}/>`,
    `<path d="${path}" stroke="${colour}" stroke-width="${width}"${dash}/>`,
  ].join('');
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Labels do not cover each other while there is room. */
function labelled(marks: readonly Mark[], view: View, width: number, height: number): readonly string[] {
  const taken: Rectangle[] = [];
  return marks.flatMap((mark) => {
    if (mark.kind !== 'label') return [];
    const size = {
      width: Math.ceil(textWidth(mark.text, labelHeight)) + 2 * padding,
      height: labelHeight + 2 * padding,
    };
    const [x, y] = place(mark.at, view);
    const inside = (at: number): Rectangle => ({
      x: round(Math.max(0, Math.min(x, width - size.width))),
      y: round(Math.max(0, Math.min(at, height - size.height))),
      ...size,
    });
    const tries = [-1, 0, 1, 2, 3, -2, -3].map((step) => inside(y + step * (size.height + 1)));
    const spot = tries.find((t) => !taken.some((other) => covers(t, other))) ?? inside(y);
    taken.push(spot);
    return [label(mark.text, mark.colour, spot)];
  });
}

const covers = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function label(text: string, colour: string, { x, y, width, height }: Rectangle): string {
  const path = textPath(text, x + padding, y + padding, labelHeight);
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}" fill-opacity="0.9"/>`,
    `<path d="${path}" stroke="${isLight(colour) ? '#000000' : '#ffffff'}" stroke-width="1.5"/>`,
  ].join('');
}

/** Of a colour as `#rrggbb`. */
function isLight(colour: string): boolean {
  const part = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  return 0.3 * part(1) + 0.59 * part(3) + 0.11 * part(5) > 140;
}
