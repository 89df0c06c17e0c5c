/** How a shell colours what it shows. The compiler names the roles; the shell decides what they look like. */

export type Paint = (text: string) => string;

export interface Painter {
  readonly error: Paint;
  readonly warning: Paint;
  readonly hint: Paint;
  readonly strong: Paint;
  readonly quiet: Paint;
}

const unchanged: Paint = (text) => text;

/** No colour: for files, pipes and tests. */
export const plain: Painter = {
  error: unchanged,
  warning: unchanged,
  hint: unchanged,
  strong: unchanged,
  quiet: unchanged,
};
