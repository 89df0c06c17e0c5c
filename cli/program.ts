/**
 * The commands and their flags. Every command is loaded only when it is called for, and ends in an exit code;
 * nothing it throws reaches the user as a stack trace.
 */
import { availableParallelism } from 'node:os';
import { Command, CommanderError, Option } from 'commander';
import type { Stage } from '../compiler/index.js';
import type { AnalyzeFlags, GraphFormat } from './commands/analyze.js';
import type { AuditFlags } from './commands/audit.js';
import type { CheckFlags } from './commands/check.js';
import type { CompileFlags } from './commands/compile.js';
import type { DemoFlags } from './commands/demo.js';
import type { DrawFlags } from './commands/draw.js';
import type { FiredFlags } from './commands/explain.js';
import type { FactsCheckFlags } from './commands/facts-check.js';
import type { FmtFlags } from './commands/fmt.js';
import type { ListFlags, ModelsFlags, PullFlags } from './commands/models.js';
import type { PerceiveFlags } from './commands/perceive.js';
import type { RunFlags } from './commands/run.js';
import type { SqlFlags } from './commands/sql.js';
import type { StatsFlags } from './commands/stats.js';
import type { WatchFlags } from './commands/watch.js';
import type { WhyFlags } from './commands/why.js';
import { type ExitCode, exitCode } from './exit-code.js';
import { version } from './installation.js';
import { deviceList, levelList, nameList, oneMore, shardOf, sourcePath, wholeNumber } from './parse-flags.js';
import { problemOf, tellProblem } from './problem.js';
import type { Shell } from './shell.js';
import { writeJson } from './write-json.js';

const ERROR_CODE = /^SPQ\d{3}$/i;
// Said here and not taken from the commands, since those load the compiler or the database.
const STAGES = ['ast', 'types', 'references', 'ir', 'optimized', 'sql', 'plan'] as const satisfies readonly Stage[];
const SKIP = 'leave out this pass of the optimizer: the rows are the same; may be repeated';
const EXCLUDE = 'leave out the captures, scenes and pictures it lists; may be repeated';
const MODELS = 'where files of models are kept (default: SPQ_MODELS, or spq/models in the cache of the user)';
const THREADS = 'processor threads; the result is the same';
const BALANCES = ['answers', 'words', 'none'] as const satisfies readonly RunFlags['balance'][];
const GRAPH_FORMATS = ['text', 'mermaid', 'dot', 'json'] as const satisfies readonly GraphFormat[];
const TABLE_FORMATS = ['box', 'csv', 'json', 'markdown'] as const satisfies readonly SqlFlags['format'][];

/** Ends a command with its exit code. `json`: a problem is also written to standard output, as one document. */
type Finish = (work: () => Promise<ExitCode>, json?: boolean) => Promise<void>;

/** Runs one command line, without the program's own name. */
export async function runCommandLine(words: readonly string[], shell: Shell): Promise<ExitCode> {
  let code: ExitCode = exitCode.done;
  const finish: Finish = async (work, json = false) => {
    try {
      code = await work();
    } catch (thrown) {
      code = exitCode.wrongInput;
      tellProblem(shell, thrown);
      if (json) await writeJson(shell, { ok: false, problem: problemOf(thrown) });
    }
  };
  try {
    await program(shell, finish).parseAsync(words, { from: 'user' });
    return code;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return thrown.exitCode === 0 ? exitCode.done : exitCode.wrongUsage;
  }
}

function program(shell: Shell, finish: Finish): Command {
  const spq = new Command('spq')
    .description('Makes spatial questions with proven answers from annotated scenes.')
    .version(version())
    .exitOverride()
    .configureOutput({ writeOut: (text) => void shell.out(text), writeErr: shell.err });
  addTextCommands(spq, shell, finish);
  addRecipeCommands(spq, shell, finish);
  addPerceiveCommand(spq, shell, finish);
  addDataCommands(spq, shell, finish);
  addModelCommands(spq, shell, finish);
  addQuestionCommands(spq, shell, finish);
  return spq;
}

function addRecipeCommands(spq: Command, shell: Shell, finish: Finish): void {
  spq
    .command('check')
    .description('tell everything that is wrong with recipes')
    .argument('<recipes...>')
    .option('--json', 'write one JSON document', false)
    .addOption(new Option('--watch', 'check again whenever one changes').default(false).conflicts('json'))
    .action((recipes: readonly string[], flags: CheckFlags) =>
      finish(async () => (await import('./commands/check.js')).check(recipes, flags, shell), flags.json),
    );
  const running = spq
    .command('run')
    .description('make the questions of a recipe')
    .argument('<recipe>')
    .option('--out <dir>', "where results go (default: the recipe's folder)");
  withPerception(withChoices(running))
    .option('--scenes <n>', 'at most so many scenes, over all sources', wholeNumber(1))
    .option('--exclude <file>', EXCLUDE, oneMore, [])
    .option('--skip <pass>', SKIP, oneMore, [])
    .option('--threads <n>', THREADS, wholeNumber(1), availableParallelism())
    .option('--json', 'write one JSON document', false)
    .action((recipe: string, flags: RunFlags) =>
      finish(async () => (await import('./commands/run.js')).run(recipe, flags, shell), flags.json),
    );
  const watching = spq
    .command('watch')
    .description('ask the questions of a recipe, and at every save those that changed; writes nothing')
    .argument('<recipe>');
  withChoices(watching)
    .option('--scenes <n>', 'at most so many scenes, over all sources', wholeNumber(1), 200)
    .option('--exclude <file>', EXCLUDE, oneMore, [])
    .option('--examples <n>', 'questions shown of each task that was asked', wholeNumber(0), 3)
    .option('--threads <n>', THREADS, wholeNumber(1), availableParallelism())
    .action((recipe: string, flags: WatchFlags) =>
      finish(async () => (await import('./commands/watch.js')).watch(recipe, flags, shell)),
    );
  const compiling = spq
    .command('compile')
    .description('write a recipe as a TypeScript module that does what run does, to read and to edit')
    .argument('<recipe>')
    .requiredOption('-o, --output <file>', 'the module, such as pipeline.ts')
    .option('--force', 'write over a file that is there', false);
  withChoices(compiling).action((recipe: string, flags: CompileFlags) =>
    finish(async () => (await import('./commands/compile.js')).compileModule(recipe, flags, shell)),
  );
  spq
    .command('explain')
    .description('print a stage of the compiler for a recipe, or the page of a message such as SPQ301')
    .argument('<recipe or code>')
    .addOption(new Option('--stage <stage>', 'the stage to print').choices(STAGES))
    .option('--references', 'what answers depend on, and which ways of naming things remain', false)
    .option('--fired', 'each law that the optimizer applied, with an example', false)
    .option('--all', 'with --fired: every time it was applied', false)
    .option('--skip <pass>', SKIP, oneMore, [])
    .option('--analyze', 'run it, and tell what each part of the execution graph took', false)
    .option('--scenes <n>', 'with --analyze: at most so many scenes, over all sources', wholeNumber(1), 200)
    .option('--threads <n>', 'with --analyze: processor threads', wholeNumber(1), availableParallelism())
    .option('--operators', 'with --analyze: what the database did for each relation and task', false)
    .addOption(new Option('--format <format>', 'with --analyze: how to print').choices(GRAPH_FORMATS).default('text'))
    .action((target: string, flags: ExplainFlags, command: Command) => {
      const page = ERROR_CODE.test(target);
      const stage = flags.references ? 'references' : flags.stage;
      if (!page && !flags.fired && !flags.analyze && stage === undefined)
        command.error(`error: say what: --stage ${STAGES.join('|')}, --fired or --analyze`);
      return finish(async () => {
        if (flags.analyze && !page) return (await import('./commands/analyze.js')).analyze(target, flags, shell);
        const { explainCode, explainFired, explainStage } = await import('./commands/explain.js');
        if (page) return explainCode(target, shell);
        if (flags.fired || stage === undefined) return explainFired(target, flags, shell);
        return explainStage(target, stage, flags.skip, shell);
      });
    });
}

function addPerceiveCommand(spq: Command, shell: Shell, finish: Finish): void {
  const perceiving = spq
    .command('perceive')
    .description('look at the pictures of a recipe and write the facts that its questions need')
    .argument('<recipe>')
    .requiredOption('--out <dir>', 'the facts directory; several processes may write into it')
    .option('--source <name>', 'of which source, where several are perceived')
    .option('--shard <i/n>', 'the i-th of n parts of the pictures, from 0 on', shardOf, { index: 0, of: 1 });
  withPerception(withChoices(perceiving))
    .option('--json', 'write one JSON document', false)
    .action((recipe: string, flags: PerceiveFlags) =>
      finish(async () => (await import('./commands/perceive.js')).perceive(recipe, flags, shell), flags.json),
    );
}

/** Flags that say what of a recipe is asked, and of what: `RecipeChoices`. */
const withChoices = (command: Command): Command =>
  command
    .option('--set <source=path>', 'let a source read another path; may be repeated', sourcePath, {})
    .option('--levels <list>', 'only these levels, such as 0,1', levelList)
    .option('--tasks <list>', 'only these tasks, such as height,left_of', nameList)
    .addOption(new Option('--balance <by>', 'balance all tasks so, whatever the recipe says').choices(BALANCES))
    .option('--seed <n>', "instead of the recipe's seed", wholeNumber(0));

/** Flags that say with what pictures are looked at: `PerceptionFlags`. */
const withPerception = (command: Command): Command =>
  command
    .option('--models <dir>', MODELS)
    .option('--registry <file>', 'another registry of models, as docs/models.md shows it')
    .option('--cache <dir>', 'what models found (default: SPQ_CACHE, or spq/perceived in the cache of the user)')
    .option('--workers <file>', 'run the programs that this file binds to names of workers (docs/workers.md)')
    .option('--retry-failed', 'look again at pictures on which a model failed before', false)
    .option(
      '--device <list>',
      'what runs models, the first that can: cpu (default), cuda, tensorrt, coreml, dml, webgpu',
      deviceList,
    );

interface ExplainFlags extends FiredFlags, AnalyzeFlags {
  readonly stage?: Stage;
  readonly references: boolean;
  readonly fired: boolean;
  readonly analyze: boolean;
}

/** Commands that write recipes. */
function addTextCommands(spq: Command, shell: Shell, finish: Finish): void {
  spq
    .command('new')
    .description('write a recipe to begin with')
    .argument('[path]', 'where; nothing is written over', 'recipe.spq')
    .action((path: string) => finish(async () => (await import('./commands/new.js')).newRecipe(path, shell)));
  spq
    .command('fmt')
    .description('lay recipes out: spaces and line breaks change, nothing else')
    .argument('[files...]', '- is standard input; default: the recipes of this folder')
    .option('--check', 'write nothing, name those that would change', false)
    .action((files: readonly string[], flags: FmtFlags) =>
      finish(async () => (await import('./commands/fmt.js')).fmt(files, flags, shell)),
    );
}

function addDataCommands(spq: Command, shell: Shell, finish: Finish): void {
  spq
    .command('sql')
    .description("ask a run's store, in the recipe's own words")
    .argument('<query>')
    .option('--store <file>', 'the store, a DuckDB file')
    .option('--out <dir>', 'the folder of the run (default: this one)')
    .addOption(new Option('--format <format>', 'how to print').choices(TABLE_FORMATS).default('box'))
    .action((query: string, flags: SqlFlags) =>
      finish(async () => (await import('./commands/sql.js')).sql(query, flags, shell)),
    );
  spq
    .command('facts')
    .description('work with Facts v1 folders')
    .command('check')
    .description('validate a facts folder and say what is wrong with it')
    .argument('<dir>')
    .option('--json', 'write one JSON document', false)
    .action((dir: string, flags: FactsCheckFlags) =>
      finish(async () => (await import('./commands/facts-check.js')).factsCheck(dir, flags, shell), flags.json),
    );
  spq
    .command('draw')
    .description('draw a scene: its picture with masks, boxes, facings and the way up, and what is known of each thing')
    .argument('<place>', 'a store, the folder of a run, or a facts directory')
    .argument('<scene>', 'from the column scene_id')
    .option('-o, --output <file>', 'the PNG (default: the id of the scene, in this folder)')
    .option('--depth', 'its depth below it, in colours', false)
    .action((place: string, scene: string, flags: DrawFlags) =>
      finish(async () => (await import('./commands/draw.js')).draw(place, scene, flags, shell)),
    );
  spq
    .command('demo', { hidden: true })
    .description('run the quickstart recipe and show what it gives')
    .option('--out <dir>', 'where results go', 'out/demo')
    .action((flags: DemoFlags) => finish(async () => (await import('./commands/demo.js')).demo(flags, shell)));
}

/** Commands that get the files of models. Everything behind them is loaded late: ONNX Runtime is large. */
function addModelCommands(spq: Command, shell: Shell, finish: Finish): void {
  const models = spq.command('models').description('get the models that see pictures, and look after their files');
  const withFolder = (command: Command): Command =>
    command
      .option('--models <dir>', MODELS)
      .option('--registry <file>', 'another registry of models, as docs/models.md shows it');
  const load = () => import('./commands/models.js');
  withFolder(models.command('list').description('which models there are, their licences, and which are here'))
    .option('--json', 'write one JSON document', false)
    .action((flags: ListFlags) => finish(async () => (await load()).listModels(flags, shell), flags.json));
  withFolder(models.command('pull').description('get models; what is broken off goes on where it was'))
    .argument('[models...]', 'ids of models (default: those that `list` marks)')
    .option('--mirror <url>', 'another server with the same paths (default: SPQ_MODELS_MIRROR, or huggingface.co)')
    .option('--offline <dir>', 'copy from a folder that another machine has filled, and ask no server')
    .option('--accept-licence <id>', 'agree to a licence without commercial use; may be repeated', oneMore, [])
    .action((ids: readonly string[], flags: PullFlags) =>
      finish(async () => (await load()).pullModels(ids, flags, shell)),
    );
  withFolder(
    models.command('verify').description('whether files are whole and have the inputs and outputs they must have'),
  )
    .argument('[models...]', 'ids of models (default: those that `list` marks)')
    .action((ids: readonly string[], flags: ModelsFlags) =>
      finish(async () => (await load()).verifyModels(ids, flags, shell)),
    );
  withFolder(models.command('path').description('print where the files of a model lie'))
    .argument('<model>')
    .action((id: string, flags: ModelsFlags) => finish(async () => (await load()).modelPaths(id, flags, shell)));
}

/** Commands that look at the questions of a run. */
function addQuestionCommands(spq: Command, shell: Shell, finish: Finish): void {
  spq
    .command('stats')
    .description('tell what a run made: counts, answers, bias beside chance, baselines, where tuples went')
    .argument('<out>', 'the folder of a run')
    .option('--store <file>', 'the store, where the folder holds several')
    .option('--scenes <n>', 'follow the tuples of so many scenes, at most; 0: of none', wholeNumber(0), 200)
    .option('--html <file>', 'write one page with charts and sample pictures, too')
    .option('--threads <n>', THREADS, wholeNumber(1), availableParallelism())
    .option('--json', 'write one JSON document', false)
    .action((out: string, flags: StatsFlags) =>
      finish(async () => (await import('./commands/stats.js')).stats(out, flags, shell), flags.json),
    );
  spq
    .command('why')
    .description('tell how a question came about: facts, formula, margin, names, and a picture with its things marked')
    .argument('[question id]', 'from the column question_id')
    .option('--store <file>', 'the store, a DuckDB file')
    .option('--out <dir>', 'the folder of the run (default: this one)')
    .option('--task <name>', 'instead of a question: why a task asked, or did not ask, of some things')
    .option('--scene <id>', 'with --task: the scene')
    .option('--objects <list>', 'with --task: ids of the things, such as chair-1,table-2', nameList)
    .option('--picture <file>', 'where the PNG goes (default: why/<question id>.png beside the store)')
    .option('--no-picture', 'draw none')
    .option('--json', 'write one JSON document', false)
    .action((id: string | undefined, flags: WhyFlags, command: Command) => {
      const tuple = flags.task !== undefined && flags.scene !== undefined && flags.objects !== undefined;
      if ((id !== undefined) === tuple) command.error('error: give a question id, or --task, --scene and --objects');
      return finish(async () => (await import('./commands/why.js')).why(id, flags, shell), flags.json);
    });
  spq
    .command('audit')
    .description('judge a sample of questions beside their marked pictures, in a page on this machine')
    .argument('<out>', 'the folder of a run; verdicts go to audit.jsonl in it')
    .option('--store <file>', 'the store, where the folder holds several')
    .option('--n <count>', 'questions, evenly over tasks and formats', wholeNumber(1), 300)
    .option('--seed <n>', 'another sample', wholeNumber(0), 0)
    .option('--port <n>', 'port of the page (default: any that is free)', wholeNumber(0), 0)
    .option('--export <dir>', 'write the page and its pictures there instead of serving them')
    .option('--report', 'only tell what was found so far, with 95 % bounds', false)
    .option('--json', 'write what was found as one JSON document', false)
    .action((out: string, flags: AuditFlags) =>
      finish(async () => (await import('./commands/audit.js')).audit(out, flags, shell), flags.json),
    );
}
