/** Depth as a coloured picture: near is light and warm, far is dark and cool, unknown is black. */

/** From near to far: red, green, blue. Lightness falls all the way, so that it reads without colours, too. */
const RAMP = [
  [255, 244, 160],
  [255, 165, 60],
  [214, 64, 104],
  [112, 40, 140],
  [30, 24, 90],
] as const;
/** Shares of the depths that lie nearer and farther than the ends of the ramp: a few flying points change no colour. */
const ENDS = [0.02, 0.98] as const;

export interface ColouredDepth {
  /** [height · width · 3], red, green, blue. */
  readonly pixels: Buffer;
  /** Metres, at the ends of the ramp; null where no depth is known. */
  readonly range: readonly [near: number, far: number] | null;
}

/** @param metres row-major; NaN where unknown. Equal ratios of depth are equal steps of colour. */
export function depthColours(metres: Float32Array): ColouredDepth {
  const known = metres.filter((depth) => depth > 0 && Number.isFinite(depth)).sort();
  const pixels = Buffer.alloc(3 * metres.length);
  const [near, far] = ENDS.map((share) => known[Math.round(share * (known.length - 1))]);
  if (near === undefined || far === undefined) return { pixels, range: null };
  const span = Math.log(far / near) || 1;
  for (let at = 0; at < metres.length; at++) {
    const depth = metres[at] ?? Number.NaN;
    if (depth > 0 && Number.isFinite(depth)) pixels.set(rampColour(Math.log(depth / near) / span), 3 * at);
  }
  return { pixels, range: [near, far] };
}

/** @param share 0 near, 1 far; beyond them the colour of the end */
export function rampColour(share: number): readonly [number, number, number] {
  const place = Math.min(Math.max(share, 0), 1) * (RAMP.length - 1);
  const first = Math.min(Math.floor(place), RAMP.length - 2);
  const [from, to] = [RAMP[first] ?? RAMP[0], RAMP[first + 1] ?? RAMP[4]];
  const mixed = (channel: 0 | 1 | 2): number =>
    Math.round(from[channel] + (place - first) * (to[channel] - from[channel]));
  return [mixed(0), mixed(1), mixed(2)];
}
