/** Messages of planning: SPQ4xx. */
import { define } from '../diagnostics/diagnostic.js';
import { meantBy } from '../diagnostics/suggest.js';

export const noProvider = define<{
  task: string;
  fact: string;
  provision: string;
  sources: readonly string[];
  providers: readonly string[];
}>({
  code: 'SPQ401',
  title: 'Fact without provider',
  message: ({ task, fact, provision, sources }) =>
    `Task \`${task}\` needs ${fact}, and so ${provision}; ${sources.map((s) => `\`${s}\``).join(' and ')} gives none.`,
  hint: ({ providers }) => (providers.length > 0 ? `It is given by ${providers.join(', ')}.` : undefined),
});

export const noSource = define<Record<string, never>>({
  code: 'SPQ402',
  title: 'Recipe has no source',
  message: () => 'There are tasks, and no scenes to ask about.',
  hint: () => 'For instance `source rooms = rooms(200)`.',
});

export const noTask = define<{
  levels: readonly number[] | undefined;
  tasks: readonly string[] | undefined;
}>({
  code: 'SPQ403',
  title: 'Nothing is asked',
  message: ({ levels, tasks }) => {
    const named = tasks ? ` ${tasks.map((t) => `\`${t}\``).join(' or ')}` : '';
    return `The recipe has no task${named}${levels ? ` in level ${levels.join(', ')}` : ''}.`;
  },
});

export const badEmitPath = define<{ path: string; problem: string }>({
  code: 'SPQ405',
  title: 'Output cannot go there',
  message: ({ path, problem }) => `"${path}" ${problem}.`,
  hint: () => 'Name a file or folder inside the output folder, another one for each output.',
});

export const noEmit = define<Record<string, never>>({
  code: 'SPQ404',
  severity: 'warning',
  title: 'Questions are not written',
  message: () => 'Without `emit` the questions are only kept in the store.',
  hint: () => 'For instance `emit parquet("questions")`.',
});

export const noName = define<{
  task: string;
  entities: readonly string[];
  strategies: readonly string[];
  lacking: readonly string[];
  sources: readonly string[];
}>({
  code: 'SPQ406',
  severity: 'warning',
  title: 'Nothing can be named',
  message: ({ task, entities, strategies, lacking, sources }) =>
    `Task \`${task}\` asks nothing: naming ${entities.map((e) => `\`${e}\``).join(', ')} by ${strategies.join(' or ')} needs ${lacking.join(' and ')}; ` +
    `${sources.map((s) => `\`${s}\``).join(' and ')} gives none.`,
  hint: ({ strategies }) => `Boxes need no more than the picture: \`refer by ${strategies.join(', ')}, box\`.`,
});

export const unknownWord = define<{
  word: string;
  as: 'name' | 'label';
  sources: readonly string[];
  hint: string | undefined;
}>({
  code: 'SPQ407',
  severity: 'warning',
  title: 'Nothing is called so',
  message: ({ word, as, sources }) => {
    const all = sources.map((s) => `\`${s}\``).join(', ');
    if (as === 'label') return `Nothing is labelled "${word}" in ${all}.`;
    const unknown = sources.length > 1 ? `none of ${all} knows the word` : `${all} does not know the word`;
    return `Nothing is called "${word}": ${unknown}.`;
  },
  hint: ({ hint }) => hint,
  fix: ({ hint }, at) => {
    const meant = meantBy(hint);
    return meant === undefined ? undefined : { at, text: `"${meant}"` };
  },
});
