/** `main` of a module: the steps of a run, one by one, so that something can be put between them. */
import type { CodeBlockWriter } from 'ts-morph';
import type { Use } from './writing.js';

const steps = ['intoStore', 'readFacts', 'defineWords', 'askQuestions', 'sampleQuestions', 'writeFiles', 'summary'];

export function mainFunction(writer: CodeBlockWriter, use: Use): void {
  for (const name of [...steps, 'commandLine', 'readRows', 'tellSummary']) use(name);
  writer.write(`/** Sources -> facts -> questions -> sampling -> files. The store is complete at the end, or as it was before. */
async function main(): Promise<void> {
  const options = commandLine(process.argv);
  const plan = pipeline();
  const told = await intoStore(plan, options, async (store) => {
    // Tables scenes, objects, pixels, coverage, ... of \`store\`.
    const facts = await readFacts(store, plan, { ...options, recipe });

    // The place for a filter of your own. What it refuses is not asked about; \`keepScenes\` is of spq/runtime, too:
    //   await keepScenes(store, (scene: SceneRow) => scene.width >= 640);

    // The recipe's words for \`spq sql\`: the view object_facts, a macro per relation.
    await defineWords(store, plan);

    // Chunk of scenes by chunk: the shared relations are made, then each task's query adds its questions.
    await askQuestions(store, plan, facts, options);

    // Take, balance, mix and split; what is left is the table \`questions\`.
    const sampling = await sampleQuestions(store, plan);
    for (const { task, question, answer } of await readRows<QuestionRow>(store, 'from questions limit 3'))
      console.log(\`[\${task}]  \${question}  ->  \${answer}\`);

    const files = await writeFiles(store, plan, options);
    return await summary(store, plan, { facts, sampling, files });
  });
  tellSummary(told);
}
`);
}
