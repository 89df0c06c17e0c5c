/** The texts of one batch, each once. A staged row holds a text as its position here, from 1 on; 0 is unknown. */

/** Stands behind each member of a staged list; labels never hold it. */
const MEMBER_END = '\u001f';

const joined = (members: readonly string[]): string => members.map((member) => `${member}${MEMBER_END}`).join('');

/** SQL: the list of texts that was joined. */
export const splitList = (text: string): string => `string_split(${text}, chr(${MEMBER_END.charCodeAt(0)}))[:-2]`;

export class Texts {
  private readonly positions = new Map<string, number>();

  position(text: string | null): number {
    if (text === null) return 0;
    const known = this.positions.get(text);
    if (known !== undefined) return known;
    const position = this.positions.size + 1;
    this.positions.set(text, position);
    return position;
  }

  /** In the order of their positions. */
  get all(): readonly string[] {
    return [...this.positions.keys()];
  }
}

export class Dictionary {
  readonly words = new Texts();
  /** One text for each whole list. */
  readonly lists = new Texts();
  private readonly known = new Map<readonly string[], number>();

  /** Lists that are the same object are joined once. */
  list(values: readonly string[]): number {
    const known = this.known.get(values);
    if (known !== undefined) return known;
    const position = this.lists.position(joined(values));
    this.known.set(values, position);
    return position;
  }

  /** A list whose members may be unknown; null is no list. */
  members(values: readonly (number | string | null)[] | null): number {
    if (values === null) return 0;
    const words = values.map((value) => (value === null ? '' : String(value).replaceAll(MEMBER_END, ' ')));
    return this.lists.position(joined(words));
  }
}
