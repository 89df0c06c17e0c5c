/** `moge2`: a metric point map, normals and the focal length, by MoGe-2. */
import { resizedIntrinsics } from '../../geometry/projection.js';
import { moge2, moge2Inputs, moge2Placement, moge2PointMap } from '../decode/moge2.js';
import type { Model } from '../inference/session-host.js';
import { focalOfPixels, solveFocalShift } from '../lift/focal-shift.js';
import { metricMap } from '../lift/metric-map.js';
import { resized } from '../picture/resize.js';
import type { AffinePointMap } from '../point-map.js';
import type { Photo, Points } from './findings.js';
import { modelFiles } from './model-files.js';
import { type OpenOperator, oneByOne } from './operator.js';

/** Another number where the same outputs give other points. */
const DECODER = 1;

/** What a recipe calls the files, and what the registry does. */
const models: Readonly<Record<string, string>> = { 'vits-normal': 'moge2-vits' };

export const openMoge2: OpenOperator = async (call, workbench) => {
  const id = models[String(call.arguments.model ?? 'vits-normal')] ?? 'moge2-vits';
  const [file] = await modelFiles(workbench, id);
  if (file === undefined) throw new Error(`${id} is registered without a file`);
  const model = await workbench.host.open({ file: file.path, contract: moge2 }, workbench.session);
  return {
    role: 'points',
    key: `moge2/${DECODER} ${file.sha256}`,
    batch: 1,
    calls: 2,
    labels: [],
    perceive: oneByOne(({ photo }) => pointsOf(model, photo)),
    close: async () => {},
  };
};

async function pointsOf(model: Model, photo: Photo): Promise<Points> {
  const placement = moge2Placement(photo.picture);
  const content = await resized(photo.picture, placement.content);
  const { outputs } = await model.run(moge2Inputs(content));
  return pointsOfMap(moge2PointMap(outputs), photo);
}

/** The camera of the photograph where it is known: then the shift alone is solved for, and the focal length is kept. */
export function pointsOfMap(affine: AffinePointMap, { picture, camera }: Pick<Photo, 'picture' | 'camera'>): Points {
  const known = camera === null ? null : resizedIntrinsics(camera.intrinsics, picture, affine);
  const solved = solveFocalShift(affine, known === null ? null : focalOfPixels(known[0], affine));
  if (solved.kind === 'unknown') return { kind: 'unknown', cause: `the focal length: ${solved.cause}` };
  const map = metricMap(affine, solved, known);
  const intrinsics = resizedIntrinsics(map.intrinsics, map, picture);
  return {
    kind: 'found',
    map,
    camera: { intrinsics, source: camera?.source ?? 'model' },
    metric: affine.metricScale !== null,
  };
}
