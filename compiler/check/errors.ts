/** Messages of types, units, frames and of what ruins a data set: SPQ3xx. */
import { define } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/span.js';
import { meantBy } from '../diagnostics/suggest.js';
import { one, type Type } from '../types/type.js';
import { unitNamed } from '../types/unit.js';

export const dimensionMismatch = define<{ operator: string; left: Type; right: Type; hint: string | undefined }>({
  code: 'SPQ301',
  title: 'Dimensions do not agree',
  message: ({ operator, left, right }) =>
    `\`${operator}\` needs the same dimension on both sides; found ${one(left)} and ${one(right)}.`,
  hint: ({ hint }) => hint,
});

export const framesMixed = define<{ operator: string; left: string; right: string }>({
  code: 'SPQ302',
  title: 'Frames are mixed',
  message: ({ operator, left, right }) =>
    `\`${operator}\` needs both sides in one frame; found the frame of ${left} and of ${right}.`,
  hint: () => 'Take both to one frame with `from world` or `from a`.',
});

export const equalityOnMeasured = define<{ operator: string }>({
  code: 'SPQ303',
  title: 'Equality on measured values',
  message: ({ operator }) =>
    `\`${operator}\` on a measured value is never clearly true: two lengths differ by less than can be told.`,
  hint: () => 'Use `<`, `>` or `is about`.',
});

export const unknownMember = define<{ name: string; of: string; hint: string | undefined }>({
  code: 'SPQ304',
  title: 'Unknown fact or component',
  message: ({ name, of }) => `\`${name}\` is nothing that ${of} has.`,
  hint: ({ hint }) => hint,
  fix: ({ hint }, at) => {
    const text = meantBy(hint);
    return text === undefined ? undefined : { at, text };
  },
});

/** `found` is left out where something else than a type does not fit. */
export const wrongType = define<{ what: string; needed: string; found?: Type; hint?: string | undefined }>({
  code: 'SPQ305',
  title: 'Type does not fit',
  message: ({ what, needed, found }) => `${what} needs ${needed}${found ? `; found ${one(found)}` : ''}.`,
  hint: ({ hint }) => hint,
});

export const choicesDoNotCover = define<{ problem: string; hint: string }>({
  code: 'SPQ306',
  title: 'Choices do not fit the answer',
  message: ({ problem }) => problem,
  hint: ({ hint }) => hint,
});

export const holeMissing = define<{ hole: string; sibling: string }>({
  code: 'SPQ307',
  title: 'Phrasing misses a hole',
  message: ({ hole, sibling }) => `This phrasing has no ${hole}, which its sibling "${sibling}" has.`,
  hint: () => 'All phrasings of one question say the same.',
});

export const digitsWithUnit = define<{ text: string }>({
  code: 'SPQ308',
  title: 'Length written in a phrasing',
  message: ({ text }) => `"${text}" would stay metric in an imperial question, and is not known to the check of units.`,
  hint: () => 'Write a length as a hole: `{2 m}`, or `{d}`.',
  fix: ({ text }, at) => (unitNamed(text.replace(/^[\d.\s]+/, '')) ? { at, text: `{${text}}` } : undefined),
});

export const duplicatePhrasing = define<{ text: string }>({
  code: 'SPQ309',
  title: 'Phrasing stands twice',
  message: ({ text }) => `"${text}" is listed twice.`,
  fix: (_, at) => ({ at, text: '' }),
});

export const selfRelation = define<{ variable: string; entity: string; range: Span }>({
  code: 'SPQ310',
  title: 'A thing is related to itself',
  message: ({ variable, entity }) => `\`${variable}\` ranges over all objects, and may be \`${entity}\` itself.`,
  hint: ({ variable }) => `Write \`other object ${variable}\`.`,
  fix: ({ range }) => ({ at: { ...range, end: range.start }, text: 'other ' }),
});

export const itself = define<{ what: string; thing: string }>({
  code: 'SPQ310',
  title: 'A thing is related to itself',
  message: ({ what, thing }) => `${what} relates \`${thing}\` to itself.`,
  hint: () => 'Name two different things. A variable over a set also stands for a thing that is named beside it.',
});

export const constantAnswer = define<{ what: string }>({
  code: 'SPQ311',
  title: 'Answer does not depend on the scene',
  message: ({ what }) =>
    `This ${what} has nothing to do with what \`for\` binds: all questions of a scene would have the same.`,
});

export const countWithoutCategory = define<{ variable: string }>({
  code: 'SPQ313',
  title: 'Count over everything',
  message: () => 'No source lists everything in a picture; what is listed is stated per category.',
  hint: ({ variable }) => `Add a condition \`${variable} called c\`, with \`category c in vocabulary\` or a text.`,
});

export const wrongFormat = define<{ format: string; type: Type; known: readonly string[] }>({
  code: 'SPQ315',
  title: 'Hole format does not fit',
  message: ({ format, type, known }) =>
    format === ''
      ? `What stands here is ${one(type)}, which ${known.length > 0 ? 'needs a format in a text' : 'no text can print'}.`
      : `\`:${format}\` does not print ${one(type)}.`,
  hint: ({ type, known }) =>
    known.length > 0
      ? `Formats for it: ${known.map((f) => (f === 'plain' ? 'none' : `\`:${f}\``)).join(', ')}.`
      : printedInstead(type),
});

/** What can be printed of a value that cannot. */
function printedInstead({ kind }: Type): string | undefined {
  if (kind === 'tuple') return 'Give it a form, of its items: `answer (d, h) as "{d} away, {h} tall"`.';
  if (kind === 'direction') return 'Say where it points: `facing8(a.facing)`, or an `angle`.';
  if (kind === 'boolean') return 'Say it in words: `if p then "tall" else "small"`.';
  if (kind === 'axis') return 'Print an angle to another: `angle(axis(a), axis(b))`.';
  return undefined;
}

export const unnamedPose = define<{ name: string; thing: string }>({
  code: 'SPQ335',
  title: 'What stands elsewhere has no name',
  message: ({ name }) => `No picture shows \`${name}\`, so no words of a question can name it.`,
  hint: ({ thing }) => `Name \`{${thing}}\` and the place, and say in words that it would stand there.`,
});

export const notInPicture = define<{ name: string; what: string }>({
  code: 'SPQ336',
  title: 'Not known of what stands elsewhere',
  message: ({ name, what }) => `${what} looks at the picture, and no picture shows \`${name}\`.`,
  hint: () => 'Ask of the place itself, as in `(x.position from a).right`, or of `gap`, `distance` and `side`.',
});

export const leakingReference = define<{ entity: string; wanted: readonly string[]; because: string }>({
  code: 'SPQ316',
  title: 'Every reference gives the answer away',
  message: ({ entity, wanted, because }) =>
    `\`refer by ${wanted.join(', ')}\` leaves no way to name \`${entity}\`. ${because}`,
  hint: ({ wanted }) =>
    wanted.includes('box') ? undefined : `Allow another one: \`refer by ${wanted.join(', ')}, box\`.`,
});

export const notBoolean = define<{ what: string; found: Type }>({
  code: 'SPQ317',
  title: 'A condition is needed',
  message: ({ what, found }) => `${what} needs a condition, true or false; found ${one(found)}.`,
});

export const notBound = define<{ what: string }>({
  code: 'SPQ319',
  title: 'A bound entity is needed',
  message: ({ what }) => `${what} needs an entity named by \`for\`, not a value.`,
});

export const tooMany = define<{ what: string; most: number; found: number }>({
  code: 'SPQ321',
  title: 'Too many at once',
  message: ({ what, most, found }) => `At most ${most} ${what} fit into one question; found ${found}.`,
});

export const tooLarge = define<{ number: string }>({
  code: 'SPQ322',
  title: 'Number is too large',
  message: ({ number }) =>
    `${number} is beyond what is measured: values stay below nine million metres, and counts below 9e12.`,
});

export const givesAway = define<{ hole: string; what: string; of?: string }>({
  code: 'SPQ323',
  title: 'Question gives the answer away',
  message: ({ hole, what, of }) =>
    of
      ? `${hole} tells of ${of}, on which the ${what} depends.`
      : `${hole} prints a fact on which the ${what} depends.`,
  hint: () => 'Name things in a question; let facts stand in the answer or in a reason.',
});

export const definitionTooLarge = define<{ name: string; most: number }>({
  code: 'SPQ324',
  title: 'Definition grows too large',
  message: ({ name, most }) => `\`${name}\`, with what it uses written out, has more than ${most} parts.`,
  hint: () => 'Say it with fewer values and definitions that use one another.',
});

export const takesClash = define<{ both: string }>({
  code: 'SPQ320',
  title: 'Take stands twice',
  message: ({ both }) => `What is taken ${both} is said twice, and only one of the two can hold.`,
  hint: () => 'One `take` per scene or per object can stand beside one per task.',
});

export const noFormatLeft = define<{ task: string; formats: readonly string[] }>({
  code: 'SPQ325',
  title: 'No format is left',
  message: ({ task, formats }) =>
    `Task \`${task}\` can be asked as ${formats.join(', ')}, and \`formats\` gives none of it a share.`,
  hint: ({ formats }) => `Give a share to ${formats.map((f) => `\`${f}\``).join(' or ')}.`,
});

export const orderMeansNothing = define<{ names: readonly string[] }>({
  code: 'SPQ326',
  severity: 'warning',
  title: 'Order means nothing',
  message: ({ names }) =>
    `Whichever of ${names.map((n) => `\`${n}\``).join(' and ')} stands for which, the task is the same: it would ask everything twice.`,
  hint: ({ names }) => `Bind a set: \`{${names.join(', ')}}\`.`,
  fix: ({ names }, at) => ({ at, text: `{${names.join(', ')}}` }),
});

export const weightWithoutMix = define<Record<string, never>>({
  code: 'SPQ327',
  severity: 'warning',
  title: 'Weight without a mix',
  message: () => 'A weight says how large a part of its level a task is in a `mix`, and the recipe has none.',
  hint: () => 'Add a `mix`, or take some of each: `take 4 per scene`.',
});

export const formatAbsent = define<{ task: string; format: string }>({
  code: 'SPQ328',
  title: 'Format that the task has not',
  message: ({ task, format }) =>
    `Task \`${task}\` has no ${format === 'choice' ? '`choices`' : format === 'open' ? '`ask` with an answer' : '`claim`'}: nothing of it can be asked as \`${format}\`.`,
});

export const severalKinds = define<{ one: string; other: string }>({
  code: 'SPQ329',
  title: 'Answers of several kinds',
  message: ({ one, other }) => `This answer is a ${one} in one case and a ${other} in another.`,
  hint: () => 'Let the binder stand for facts of one kind, or write two tasks.',
});

export const oneForScene = define<{ what: string }>({
  code: 'SPQ330',
  severity: 'warning',
  title: 'One answer for the whole scene',
  message: ({ what }) =>
    `This ${what} has nothing to do with what \`for\` binds: all questions of a scene have the same answer.`,
  hint: () => 'Let it depend on what is bound, or write `take 1 per scene`.',
});

export const contradictoryGuards = define<{ alone: boolean }>({
  code: 'SPQ331',
  title: 'Guards contradict each other',
  message: ({ alone }) =>
    alone
      ? 'This can never be true: the task would ask nothing.'
      : 'This cannot be true where the guards before it are: the task would ask nothing.',
  hint: () => 'Margins count, too: `x > 1 m` needs x to be clearly more, by 10 cm or 10 % if nothing else is said.',
});

export const certainClaim = define<{ what: 'claim' | 'answer'; always: 'true' | 'false' | 'unknown' }>({
  code: 'SPQ332',
  title: 'Truth is certain',
  message: ({ what, always }) =>
    always === 'unknown'
      ? `This ${what} is neither clearly true nor clearly false, whatever is measured: it would never be asked.`
      : `This ${what} is never ${always === 'true' ? 'false' : 'true'}: it can be known without looking.`,
  hint: () => 'Let the guards leave room on both sides of what is claimed.',
});

export const certainAnswer = define<{ always: string }>({
  code: 'SPQ333',
  title: 'Answer is certain',
  message: ({ always }) => `This answer is always ${always}: it can be known without looking.`,
  hint: () => 'Let the guards leave room for other answers.',
});

export const unreachable = define<{ what: 'branch' | 'step' }>({
  code: 'SPQ334',
  title: 'Branch is never reached',
  message: ({ what }) =>
    what === 'branch'
      ? 'No scene comes to this branch: the conditions before it, or the guards, leave nothing to it.'
      : 'This step is never said: the guards leave nothing to its condition.',
  hint: () =>
    'Margins count, too: where x is clearly over 2 m, it is clearly over 1.95 m, and so never clearly under it.',
});

export const noWayInCommon = define<{
  things: readonly { readonly name: string; readonly ways: readonly string[] }[];
}>({
  code: 'SPQ343',
  title: 'No way to name them alike',
  message: ({ things }) => {
    const each = things.map(({ name, ways }) => `\`${name}\` by ${ways.join(' or ')}`);
    return `These are named in one way, and none is left to all: ${[...new Set(each)].join(', ')}.`;
  },
  hint: () => 'Options of one question, and members of a set, are named alike. Let `refer` allow all of them the same.',
});

export const unitTwice = define<{ hole: string; unit: string; whole: Span }>({
  code: 'SPQ341',
  title: 'Unit is said twice',
  message: ({ hole, unit }) => `\`${hole}\` is printed with its unit, and "${unit}" would stand behind it once more.`,
  hint: ({ unit }) => `Leave out "${unit}". A unit of your own choice is a format: \`{d:cm}\`.`,
  fix: ({ whole }) => ({ at: whole, text: '' }),
});

export const articleTwice = define<{ hole: string; article: string; printed: string; whole: Span }>({
  code: 'SPQ342',
  title: 'Article is said twice',
  message: ({ hole, article, printed }) =>
    `\`${hole}\` is printed with its article, as in "${printed}": this would read "${article} ${printed}".`,
  hint: ({ article }) => `Leave out "${article}".`,
  fix: ({ whole }) => ({ at: whole, text: '' }),
});
