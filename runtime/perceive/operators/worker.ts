/** `worker(name)`: any role, by a process of this machine that somebody else wrote (docs/workers.md). */
import type { PlannedOperator } from '../../../compiler/plan/plan.js';
import type { Role } from '../../../compiler/std/perception.js';
import type { ScoreThresholds } from '../decode/detection.js';
import { bindingOf } from '../worker/bindings.js';
import { type Devices, startDevices } from '../worker/devices.js';
import type { Frame } from '../worker/frame.js';
import { type GivenPicture, pictureFrame } from '../worker/pictures.js';
import { WorkerFailed } from '../worker/process.js';
import { type Reader, readers } from '../worker/told-findings.js';
import type { Findings } from './findings.js';
import type { Operator, OperatorOf, Outcome, Workbench } from './operator.js';
import { thresholdsOf } from './thresholds.js';

/** Another number where the same answers give other findings. */
const READER = 1;
/** A message at work and one that is there already, for each process. */
const UNDER_WAY = 2;
/** A worker that gives scores means what it says: there is no rule that would fit all of them. */
const allCertain: ScoreThresholds = { possible: 0, certain: 0 };

/** @throws RunError SPQ545 where the name is not bound, or workers are not allowed; SPQ544 where it cannot be started */
export async function openWorker(call: PlannedOperator, workbench: Workbench): Promise<Operator> {
  switch (call.role) {
    case 'points':
      return opened('points', call, workbench);
    case 'objects':
      return opened('objects', call, workbench);
    case 'masks':
      return opened('masks', call, workbench);
    case 'gravity':
      return opened('gravity', call, workbench);
    case 'facing':
      return opened('facing', call, workbench);
    case 'captions':
      return opened('captions', call, workbench);
    case 'coverage':
      return opened('coverage', call, workbench);
  }
}

async function opened<R extends Role>(role: R, call: PlannedOperator, { workers }: Workbench): Promise<OperatorOf<R>> {
  const name = String(call.arguments.name);
  const binding = bindingOf(workers, name);
  const thresholds = thresholdsOf(call.arguments.score, allCertain);
  const devices = await startDevices(binding, role);
  const { version, batch, labels } = devices.introduction;
  const talk: Talk<R> = { name, devices, read: readers[role], thresholds };
  return {
    role,
    key: `worker/${READER} ${JSON.stringify([name, version, thresholds])}`,
    batch: binding.batch ?? batch,
    calls: UNDER_WAY * binding.devices.length,
    labels: role === 'objects' ? labels : [],
    perceive: (pictures) => perceived(talk, pictures),
    close: devices.close,
  };
}

interface Talk<R extends Role> {
  readonly name: string;
  readonly devices: Devices;
  readonly read: Reader<R>;
  readonly thresholds: ScoreThresholds;
}

/** A batch whose process fails is given to it again picture by picture: the others of it are not to blame. */
async function perceived<R extends Role>(
  talk: Talk<R>,
  pictures: readonly GivenPicture[],
): Promise<readonly Outcome<Findings[R]>[]> {
  try {
    return told(talk, await talk.devices.ask(pictureFrame(pictures), false), pictures);
  } catch (error) {
    if (!(error instanceof WorkerFailed)) throw error;
  }
  const outcomes: Outcome<Findings[R]>[] = [];
  for (const picture of pictures) outcomes.push(...(await alone(talk, picture)));
  return outcomes;
}

async function alone<R extends Role>(talk: Talk<R>, picture: GivenPicture): Promise<readonly Outcome<Findings[R]>[]> {
  try {
    return told(talk, await talk.devices.ask(pictureFrame([picture]), true), [picture]);
  } catch (error) {
    if (!(error instanceof WorkerFailed)) throw error;
    return [{ kind: 'failed', code: 'SPQ544', message: `Worker \`${talk.name}\` failed: ${error.message}.` }];
  }
}

function told<R extends Role>(
  talk: Talk<R>,
  { header, tensors }: Frame,
  pictures: readonly GivenPicture[],
): readonly Outcome<Findings[R]>[] {
  const answers = Array.isArray(header.pictures) ? header.pictures : [];
  return pictures.map((picture, at) => {
    const answer: unknown = answers[at];
    const error = errorIn(answer);
    if (error !== null) return { kind: 'failed', code: 'SPQ544', message: `Worker \`${talk.name}\` failed: ${error}` };
    try {
      if (answers.length !== pictures.length)
        throw new Error(`it holds ${answers.length} pictures, where ${pictures.length} were sent`);
      const own = Object.entries(tensors).flatMap(([name, tensor]) =>
        name.startsWith(`${at}.`) ? [[name.slice(`${at}.`.length), tensor] as const] : [],
      );
      const found = talk.read({ header: answer, tensors: Object.fromEntries(own) }, picture, talk.thresholds);
      return { kind: 'found', found };
    } catch (cause) {
      const what = cause instanceof Error ? cause.message : String(cause);
      return {
        kind: 'failed',
        code: 'SPQ542',
        message: `What worker \`${talk.name}\` answers cannot be read: ${what}.`,
      };
    }
  });
}

/** A worker says of a picture that it failed: `{ "error": "…" }`. */
const errorIn = (answer: unknown): string | null =>
  typeof answer === 'object' && answer !== null && 'error' in answer ? String(answer.error) : null;
