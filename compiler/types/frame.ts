/** Frames: where the words right, up and forward are counted from. Points of two frames never meet. */

export type Frame =
  | { readonly kind: 'camera' }
  | { readonly kind: 'world' }
  /** An upright viewer at `at`, facing as it faces, or towards another thing. */
  | {
      readonly kind: 'viewer';
      readonly at: string;
      readonly toward: string | undefined;
      readonly turned: string | undefined;
    };

export const camera: Frame = { kind: 'camera' };
export const world: Frame = { kind: 'world' };

export function sameFrame(a: Frame, b: Frame): boolean {
  if (a.kind !== 'viewer' || b.kind !== 'viewer') return a.kind === b.kind;
  return a.at === b.at && a.toward === b.toward && a.turned === b.turned;
}

export function showFrame(frame: Frame): string {
  if (frame.kind !== 'viewer') return frame.kind;
  const toward = frame.toward ? ` toward ${frame.toward}` : '';
  return `${frame.at}${toward}${frame.turned ? ` turned ${frame.turned}` : ''}`;
}

export const components = ['right', 'up', 'forward'] as const;
export type Component = (typeof components)[number];

export function isComponent(word: string): word is Component {
  return components.some((c) => c === word);
}
