/**
 * Pieces of a railroad picture. A shape is a stretch of track: it is entered at its left and left at its right, both at the
 * same height, and says how far it reaches above and below that height. Lengths are CSS pixels.
 */

export interface Shape {
  readonly width: number;
  /** How far it reaches above the track. */
  readonly up: number;
  /** How far it reaches below the track. */
  readonly down: number;
  /** SVG of the shape whose track begins at this point. */
  readonly paint: (x: number, y: number) => string;
}

/** Between shapes that follow each other. */
const GAP = 10;
/** Between shapes that stand above each other. */
const ROW = 10;
/** Of the curves with which tracks part and meet. */
const RADIUS = 8;
const BOX_HALF = 13;
const BOX_PADDING = 10;
/** Of one character of the monospaced font of boxes. */
const CHARACTER = 7.8;

export const line = (x: number, y: number, width: number): string =>
  width > 0 ? `<path d="M${x} ${y}h${width}"/>` : '';

/** A box with a text. `look`: its CSS class; `href`: where a click leads. */
export function box(text: string, look: string, href?: string): Shape {
  const width = Math.round(text.length * CHARACTER) + 2 * BOX_PADDING;
  const round = look === 'rule' ? 0 : BOX_HALF;
  return {
    width,
    up: BOX_HALF,
    down: BOX_HALF,
    paint: (x, y) => {
      const frame = `<rect x="${x}" y="${y - BOX_HALF}" width="${width}" height="${2 * BOX_HALF}" rx="${round}"/>`;
      const label = `<text x="${x + width / 2}" y="${y + 5}">${escaped(text)}</text>`;
      const drawn = `<g class="${look}">${frame}${label}</g>`;
      return href === undefined ? drawn : `<a href="${escaped(href)}">${drawn}</a>`;
    },
  };
}

export function inSequence(shapes: readonly Shape[]): Shape {
  const width = shapes.reduce((sum, shape) => sum + shape.width, 0) + GAP * Math.max(0, shapes.length - 1);
  return {
    width,
    up: Math.max(0, ...shapes.map(({ up }) => up)),
    down: Math.max(0, ...shapes.map(({ down }) => down)),
    paint: (x, y) => {
      let at = x;
      return shapes
        .map((shape, index) => {
          const track = index === 0 ? '' : line(at, y, GAP);
          if (index > 0) at += GAP;
          const drawn = track + shape.paint(at, y);
          at += shape.width;
          return drawn;
        })
        .join('');
    },
  };
}

/** One of several: the first on the track, the others below it. */
export function oneOf(shapes: readonly Shape[]): Shape {
  const inner = Math.max(0, ...shapes.map(({ width }) => width));
  const width = inner + 4 * RADIUS;
  const [first, ...others] = shapes;
  let down = first?.down ?? 0;
  const placed = others.map((shape) => {
    const below = down + ROW + shape.up;
    down = below + shape.down;
    return { shape, below };
  });
  return {
    width,
    up: first?.up ?? 0,
    down,
    paint: (x, y) => {
      const left = x + 2 * RADIUS;
      const straight = (shape: Shape, height: number): string =>
        shape.paint(left, height) + line(left + shape.width, height, inner - shape.width);
      const main =
        first === undefined ? '' : straight(first, y) + line(x, y, 2 * RADIUS) + line(left + inner, y, 2 * RADIUS);
      const rows = placed.map(
        ({ shape, below }) => leaving(x, y, below) + straight(shape, y + below) + joining(left + inner, y, below),
      );
      return main + rows.join('');
    },
  };
}

/** May be left out: a second track leads around it, below. */
export function optional(shape: Shape): Shape {
  return oneOf([shape, { width: 0, up: 0, down: 0, paint: () => '' }]);
}

/** Again and again: a track leads back below it, through the separator. */
export function repeated(shape: Shape, separator: Shape | undefined): Shape {
  const back = separator ?? { width: 0, up: 0, down: 0, paint: () => '' };
  const inner = Math.max(shape.width, back.width);
  const below = shape.down + ROW + back.up;
  const width = inner + 2 * RADIUS;
  return {
    width,
    up: shape.up,
    down: below + back.down,
    paint: (x, y) => {
      const left = x + RADIUS;
      const right = left + inner;
      const start = left + (inner - back.width) / 2;
      return [
        line(x, y, RADIUS + (inner - shape.width) / 2),
        shape.paint(left + (inner - shape.width) / 2, y),
        line(right - (inner - shape.width) / 2, y, RADIUS + (inner - shape.width) / 2),
        `<path d="M${right} ${y}a${RADIUS} ${RADIUS} 0 0 1 ${RADIUS} ${RADIUS}v${below - 2 * RADIUS}a${RADIUS} ${RADIUS} 0 0 1 ${-RADIUS} ${RADIUS}"/>`,
        line(start + back.width, y + below, right - start - back.width),
        back.paint(start, y + below),
        line(left, y + below, start - left),
        `<path d="M${left} ${y + below}a${RADIUS} ${RADIUS} 0 0 1 ${-RADIUS} ${-RADIUS}v${2 * RADIUS - below}a${RADIUS} ${RADIUS} 0 0 1 ${RADIUS} ${-RADIUS}"/>`,
      ].join('');
    },
  };
}

/** From the track down to a row below it. */
function leaving(x: number, y: number, below: number): string {
  return `<path d="M${x} ${y}a${RADIUS} ${RADIUS} 0 0 1 ${RADIUS} ${RADIUS}v${below - 2 * RADIUS}a${RADIUS} ${RADIUS} 0 0 0 ${RADIUS} ${RADIUS}"/>`;
}

/** From a row below the track up to it. */
function joining(x: number, y: number, below: number): string {
  return `<path d="M${x} ${y + below}a${RADIUS} ${RADIUS} 0 0 0 ${RADIUS} ${-RADIUS}v${2 * RADIUS - below}a${RADIUS} ${RADIUS} 0 0 1 ${RADIUS} ${-RADIUS}"/>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
