/** Frames: where the words right, up and forward are counted from. Points of two frames never meet. */

export type Frame =
  | { readonly kind: 'camera' }
  | { readonly kind: 'world' }
  /** An upright viewer at `at`, facing as it faces, or towards another thing. */
  | { readonly kind: 'viewer'; readonly at: string; readonly toward: string | undefined };

export const camera: Frame = { kind: 'camera' };
export const world: Frame = { kind: 'world' };

export function sameFrame(a: Frame, b: Frame): boolean {
  if (a.kind !== 'viewer' || b.kind !== 'viewer') return a.kind === b.kind;
  return a.at === b.at && a.toward === b.toward;
}

export function showFrame(frame: Frame): string {
  if (frame.kind !== 'viewer') return frame.kind;
  return frame.toward ? `${frame.at} toward ${frame.toward}` : frame.at;
}

export const components = ['right', 'up', 'forward'] as const;
export type Component = (typeof components)[number];

export function isComponent(word: string): word is Component {
  return components.some((c) => c === word);
}
