/** `spq models`: which models there are, getting them, whether they are whole, and where they lie. */
import { visible } from '../../compiler/diagnostics/visible.js';
import { openSessionHost } from '../../runtime/perceive/inference/session-host.js';
import { lockedOf, modelFolder, pathOf, sizeOf } from '../../runtime/perceive/models/model-folder.js';
import { DEFAULT_MIRROR, type Pulled, pullFile, requireLicence } from '../../runtime/perceive/models/pull.js';
import { type ModelEntry, modelsOf, readRegistry } from '../../runtime/perceive/models/registry.js';
import { notHere, verifyFile } from '../../runtime/perceive/models/verify.js';
import { aligned } from '../aligned.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { tellProblem } from '../problem.js';
import { showProgress } from '../progress.js';
import type { Shell } from '../shell.js';
import { writeJson } from '../write-json.js';

/** Where files are kept, and which registry says what they are. */
export interface ModelsFlags {
  readonly models?: string;
  readonly registry?: string;
}

export interface ListFlags extends ModelsFlags {
  readonly json: boolean;
}

export interface PullFlags extends ModelsFlags {
  readonly mirror?: string;
  readonly offline?: string;
  readonly acceptLicence: readonly string[];
}

export async function listModels(flags: ListFlags, shell: Shell): Promise<ExitCode> {
  const folder = modelFolder(flags.models);
  const registry = await readRegistry(flags.registry);
  const models = await Promise.all(registry.map(async (model) => ({ ...model, here: await isHere(folder, model) })));
  if (flags.json) {
    await writeJson(shell, { folder, models });
    return exitCode.done;
  }
  const head = ['model', 'role', 'MB', 'licence', 'here', 'from'];
  const rows = models.map((model) => [
    model.default ? `${model.id} *` : model.id,
    model.role,
    megabytes(model),
    model.licence.nonCommercial ? `${model.licence.id} (not commercial)` : model.licence.id,
    model.here ? 'yes' : 'no',
    `${model.repository}@${model.revision}`,
  ]);
  await shell.out(`${aligned(head, rows).join('\n')}\n\n`);
  await shell.out(`* is pulled where none is named. Files are kept in ${visible(folder)}.\n`);
  return exitCode.done;
}

export async function pullModels(ids: readonly string[], flags: PullFlags, shell: Shell): Promise<ExitCode> {
  const folder = modelFolder(flags.models);
  const models = modelsOf(await readRegistry(flags.registry), ids);
  // All licences before any file: nothing is begun that may not be ended.
  for (const model of models) requireLicence(model, flags.acceptLicence);
  for (const model of models) {
    const { id, licence } = model;
    shell.err(`${id}: licence ${visible(licence.id)}, ${visible(licence.source)}\n`);
    for (const file of model.files) {
      const progress = showProgress(shell);
      const onBytes = (stage: string, done: number, total: number | null): void =>
        progress.report({ stage, done: wholeMegabytes(done), total: total && wholeMegabytes(total), unit: 'MB' });
      const mirror = flags.mirror ?? process.env.SPQ_MODELS_MIRROR ?? DEFAULT_MIRROR;
      const options = { folder, mirror, offline: flags.offline, acceptedLicences: flags.acceptLicence, onBytes };
      const pulled = await pullFile(model, file, options).finally(progress.end);
      await shell.out(`${visible(pulled.path)}: ${toldOf(pulled)}\n`);
    }
  }
  return exitCode.done;
}

export async function verifyModels(ids: readonly string[], flags: ModelsFlags, shell: Shell): Promise<ExitCode> {
  const folder = modelFolder(flags.models);
  const models = modelsOf(await readRegistry(flags.registry), ids);
  const host = openSessionHost();
  let wrong = false;
  try {
    for (const model of models)
      for (const file of model.files) {
        const { path, problem } = await verifyFile(folder, model, file, host);
        if (problem === null) await shell.out(`${visible(path)}: as it was got\n`);
        else tellProblem(shell, problem);
        wrong ||= problem !== null;
      }
  } finally {
    await host.close();
  }
  return wrong ? exitCode.wrongInput : exitCode.done;
}

/** Prints the files of a model, a path in a line; a program may read it. */
export async function modelPaths(id: string, flags: ModelsFlags, shell: Shell): Promise<ExitCode> {
  const folder = modelFolder(flags.models);
  for (const model of modelsOf(await readRegistry(flags.registry), [id]))
    for (const file of model.files) {
      const path = pathOf(folder, model, file);
      if ((await lockedOf(folder, model, file)) === null) throw notHere(path, model);
      await shell.out(`${path}\n`);
    }
  return exitCode.done;
}

async function isHere(folder: string, model: ModelEntry): Promise<boolean> {
  const found = await Promise.all(
    model.files.map(async (file) => {
      const locked = await lockedOf(folder, model, file);
      return locked !== null && (await sizeOf(pathOf(folder, model, file))) === locked.bytes;
    }),
  );
  return found.every(Boolean);
}

/** Of all files whose size is stated. */
const megabytes = ({ files }: ModelEntry): string =>
  String(files.reduce((sum, file) => sum + (file.megabytes ?? 0), 0));

const wholeMegabytes = (bytes: number): number => Math.round(bytes / 1e6);

function toldOf({ how, comparedWith, sha256 }: Pulled): string {
  const verb = { downloaded: 'downloaded', copied: 'copied', here: 'was here' }[how];
  if (comparedWith === null) return `${verb}; no checksum is published, ${sha256} is now recorded`;
  return `${verb}; sha256 as ${comparedWith === 'lock' ? 'recorded by an earlier pull' : 'in the registry'}`;
}
