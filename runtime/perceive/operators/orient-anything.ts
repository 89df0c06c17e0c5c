/** `orient_anything`: the one front of things that have one, by Orient Anything, first or second version. */
import type { PlannedOperator } from '../../../compiler/plan/plan.js';
import type { Vector3 } from '../../facts/rows.js';
import type { Placement } from '../../geometry/placement.js';
import { unproject } from '../../geometry/projection.js';
import { facingOf, type Orientation } from '../decode/facing.js';
import {
  orientAnything,
  orientAnythingCut,
  orientAnythingInputs,
  orientAnythingOrientation,
  orientAnythingPlacement,
} from '../decode/orient-anything.js';
import {
  orientAnything2,
  orientAnything2Cut,
  orientAnything2Inputs,
  orientAnything2Orientation,
  orientAnything2Placement,
} from '../decode/orient-anything2.js';
import type { Contract } from '../inference/contract.js';
import type { Model } from '../inference/session-host.js';
import { resizedMask } from '../instance-mask.js';
import type { RgbPicture } from '../picture/read-picture.js';
import { resized } from '../picture/resize.js';
import { type Cut, type CutStyle, middleOf, thingCrop } from '../picture/thing-crop.js';
import type { NamedTensors } from '../tensor.js';
import type { Findings, Front, Given } from './findings.js';
import { type OpenOperator, oneByOne } from './operator.js';
import { ownFile } from './own-file.js';

/** Another number where the same outputs give another front. */
const DECODER = 1;

interface Version {
  readonly contract: Contract;
  readonly cut: CutStyle;
  readonly placement: (crop: RgbPicture) => Placement;
  readonly inputs: (content: RgbPicture) => NamedTensors;
  readonly orientation: (outputs: NamedTensors) => Orientation;
}

const versions = {
  v1: {
    contract: orientAnything,
    cut: orientAnythingCut,
    placement: orientAnythingPlacement,
    inputs: orientAnythingInputs,
    orientation: orientAnythingOrientation,
  },
  v2: {
    contract: orientAnything2,
    cut: orientAnything2Cut,
    placement: orientAnything2Placement,
    inputs: orientAnything2Inputs,
    orientation: orientAnything2Orientation,
  },
} as const satisfies Record<string, Version>;

const versionOf = ({ arguments: given }: PlannedOperator): keyof typeof versions =>
  given.version === 'v2' ? 'v2' : 'v1';

export const openOrientAnything: OpenOperator = async (call, workbench) => {
  const name = versionOf(call);
  const version = versions[name];
  const { path, sha256 } = await ownFile(workbench, String(call.arguments.file));
  const model = await workbench.host.open({ file: path, contract: version.contract }, workbench.session);
  return {
    role: 'facing',
    key: `orient_anything/${DECODER} ${name} ${sha256}`,
    batch: 1,
    calls: 2,
    labels: [],
    perceive: oneByOne((given) => frontsOf(model, version, given)),
    close: async () => {},
  };
};

async function frontsOf(
  model: Model,
  version: Version,
  { photo, points, objects, masks }: Given['facing'],
): Promise<Findings['facing']> {
  const camera = photo.camera ?? (points.kind === 'found' ? points.camera : null);
  const fronts: Front[] = [];
  for (const [at, { box }] of objects.entries()) {
    const found = masks[at] ?? null;
    const mask = found === null ? null : resizedMask(found, photo.picture.width, photo.picture.height);
    // Without a camera nobody knows along which ray the thing is seen, nor then where its front points.
    const ray = camera === null ? null : unproject(camera.intrinsics, middleOf(box), 1);
    fronts.push(ray === null ? { front: 'unseen' } : await frontOf(model, version, photo.picture, { box, mask }, ray));
  }
  return fronts;
}

async function frontOf(model: Model, version: Version, picture: RgbPicture, cut: Cut, ray: Vector3): Promise<Front> {
  const crop = thingCrop(picture, cut, version.cut);
  const content = await resized(crop, version.placement(crop).content);
  const { outputs } = await model.run(version.inputs(content));
  const { front, viewpoint } = version.orientation(outputs);
  if (front !== 'one') return { front };
  return viewpoint === null ? { front: 'unseen' } : { front, facing: facingOf(viewpoint, ray) };
}
