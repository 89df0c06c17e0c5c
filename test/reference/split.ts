/** `split`: the part of the data to which a capture belongs, with all its scenes. */
import type * as ast from '../../compiler/syntax/ast.js';
import { hashed } from './draws.js';
import { ppmOf } from './settings.js';

export interface Capture {
  readonly seed: number;
  readonly source: string;
  readonly captureId: string;
}

export function partOf({ seed, source, captureId }: Capture, setting: ast.SplitSetting | undefined): string {
  const [first] = setting?.parts ?? [];
  if (setting === undefined || first === undefined) return 'train';
  const drawn = Number((BigInt(hashed([String(seed), 'split', source, captureId])) * 1_000_000n) >> 52n);
  let upTo = 0;
  for (const { name, share } of setting.parts) {
    upTo += ppmOf(share) ?? 0;
    if (drawn < upTo) return name.text;
  }
  return first.name.text;
}
