/** The pixels of one thing. */

/** Row-major, 1 where the pixel shows the thing, else 0. */
export interface InstanceMask {
  readonly width: number;
  readonly height: number;
  /** [height · width]. */
  readonly pixels: Uint8Array;
}
