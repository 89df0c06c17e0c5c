/** `geocalib`: which way is up, by GeoCalib's fields and the focal length that is known by then. */
import { resizedIntrinsics } from '../../geometry/projection.js';
import { geocalib, geocalibInputs, geocalibSize, upOfFields } from '../decode/geocalib.js';
import type { Model } from '../inference/session-host.js';
import { cropped, croppedIntrinsics, middleOfShape } from '../picture/centre-crop.js';
import { resized } from '../picture/resize.js';
import type { Given, Up } from './findings.js';
import { fileEnding, modelFiles } from './model-files.js';
import { type OpenOperator, oneByOne } from './operator.js';

/** Another number where the same outputs give another direction. */
const DECODER = 1;

export const openGeocalib: OpenOperator = async (_call, workbench) => {
  const file = fileEnding(await modelFiles(workbench, 'geocalib-fields'), '.onnx');
  const model = await workbench.host.open({ file: file.path, contract: geocalib }, workbench.session);
  return {
    role: 'gravity',
    key: `geocalib/${DECODER} ${file.sha256}`,
    batch: 1,
    calls: 2,
    labels: [],
    perceive: oneByOne((given) => upOf(model, given)),
    close: async () => {},
  };
};

async function upOf(model: Model, { photo: { picture, camera }, points }: Given['gravity']): Promise<Up> {
  const intrinsics = (camera ?? (points.kind === 'found' ? points.camera : null))?.intrinsics;
  if (intrinsics === undefined) return { kind: 'unknown', cause: 'the focal length is unknown' };
  const size = geocalibSize(picture);
  const middle = middleOfShape(picture, size);
  const { outputs } = await model.run(geocalibInputs(await resized(cropped(picture, middle), size)));
  const found = upOfFields(outputs, resizedIntrinsics(croppedIntrinsics(intrinsics, middle), middle, size));
  return found === null ? { kind: 'unknown', cause: 'the fields disagree' } : { kind: 'found', ...found };
}
