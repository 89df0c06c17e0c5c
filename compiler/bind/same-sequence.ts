/** The same objects in the same order give the same key, for as long as the objects are in use. */
export interface Sequence {
  readonly longer: WeakMap<object, Sequence>;
}

const empty: Sequence = { longer: new WeakMap() };

export function sequenceOf(objects: readonly object[]): Sequence {
  return objects.reduce<Sequence>((so, object) => {
    const before = so.longer.get(object);
    if (before) return before;
    const made: Sequence = { longer: new WeakMap() };
    so.longer.set(object, made);
    return made;
  }, empty);
}
