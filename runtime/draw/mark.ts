/** What may be drawn over a picture, as data. Places are pixels of the picture; pixel centres lie at whole numbers. */
import type { Bounds, Pixel } from '../geometry/projection.js';

export interface Stroke {
  /** As SVG names it: `#rrggbb`. */
  readonly colour: string;
  /** Pixels of what is written, whatever the scale. */
  readonly width: number;
  readonly dashed: boolean;
}

export type Mark =
  | { readonly kind: 'box'; readonly bounds: Bounds; readonly stroke: Stroke }
  | { readonly kind: 'lines'; readonly lines: readonly (readonly [Pixel, Pixel])[]; readonly stroke: Stroke }
  | { readonly kind: 'arrow'; readonly from: Pixel; readonly to: Pixel; readonly stroke: Stroke }
  | { readonly kind: 'point'; readonly at: Pixel; readonly stroke: Stroke }
  /** Stands above the place where there is room, else below it. */
  | { readonly kind: 'label'; readonly at: Pixel; readonly text: string; readonly colour: string };

/** The part of a picture that is shown, and how large. */
export interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Pixels of what is written per pixel of the picture. */
  readonly scale: number;
}
