/** What is wrong with a sentence, whatever it is about: the faults that templates make when they are filled in. */

/** A pattern that no good sentence holds, and its name. */
const faults: readonly (readonly [string, RegExp])[] = [
  ['two blanks', / {2}/],
  ['blanks at an end', /^\s|\s$/],
  ['a word twice', /\b([a-z]+) \1\b/i],
  ['a placeholder', /[{}]|undefined|null|NaN/],
  ['a blank before a mark', / [,.;:?!)]/],
  ['two marks', /[,.;:?!][,.;:?!]/],
  ['no blank after a mark', /[,;?!][A-Za-z]|\.[A-Z]/],
  ['a before a vowel', /\ba (?!one\b|uni|use|u-)[aeiou]/i],
  ['an before a consonant', /\ban (?!hour|honest|x\b)[bcdfghjklmnpqrstvwxyz]/i],
  ['a capital within', /[a-z,;] (?:The|A|An|In|Of|Is)\b/],
  ['a reference that owns', /\b(?:box|chair|lamp|table|object)'s\b/],
  ['an article before a reference', /\b(?:a|an|the|each|every) the\b/i],
  ['a bracket alone', /^[^(]*\)|\([^)]*$/],
];

/** How a last sentence begins that asks something. */
const asksAtOnce =
  /^(?:(?:At|In|On|To|From|Of|By|Along|Towards) )?(?:which|what|how|where|whose|who|is|are|do|does|would|could|can)\b/i;

const ofAll = (text: string): readonly string[] => [
  ...faults.filter(([, pattern]) => pattern.test(text)).map(([fault]) => fault),
  ...(/^["(]?[A-Z0-9]/.test(text) ? [] : ['no capital at the start']),
  ...(text.length > 600 ? ['too long'] : []),
];

/** A statement, as a claim or a reason makes it. */
export function faultsOfStatement(text: string): readonly string[] {
  return [
    ...ofAll(text),
    ...(text.endsWith('.') ? [] : ['no full stop']),
    ...(text.includes('?') ? ['a question mark'] : []),
  ];
}

/** A question, or a request such as "Count the chairs." */
export function faultsOfQuestion(text: string): readonly string[] {
  const last = text.split(/(?<=[.?!]) (?=[A-Z0-9])/).at(-1) ?? '';
  return [
    ...ofAll(text),
    ...(/[.?]$/.test(text) ? [] : ['no mark at the end']),
    ...(asksAtOnce.test(last) && !last.endsWith('?') ? ['no question mark'] : []),
  ];
}
