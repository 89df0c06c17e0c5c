/** From label lines to object rows, in the frame of the camera that took the picture (camera 2). */
import { ANY_CATEGORY, normaliseLabel, type ObjectRow } from '../../facts/rows.js';
import { add, column3 } from '../../geometry/matrix.js';
import { clipToPicture, type Picture } from '../../geometry/projection.js';
import { rotationY } from '../../geometry/rotation.js';
import type { Calibration } from './calibration-file.js';
import type { KittiType, Label } from './label-file.js';
import { frontOf } from './vocabulary.js';

/** Object ids are the positions of the lines, padded so that their order as text is their order in the file. */
export function kittiObjects(
  labels: readonly Label[],
  calibration: Calibration,
  picture: Picture,
): readonly ObjectRow[] {
  return labels.map((label, index) => {
    const objectId = String(index).padStart(3, '0');
    const { type } = label;
    return type === 'DontCare'
      ? region(label, objectId, picture)
      : thing({ ...label, type }, objectId, calibration, picture);
  });
}

type ThingLabel = Label & { readonly type: Exclude<KittiType, 'DontCare'> };

function thing(label: ThingLabel, objectId: string, { offset }: Calibration, picture: Picture): ObjectRow {
  const [height, width, length] = label.dimensions;
  const [x, y, z] = label.location;
  const rotation = rotationY(label.rotationY);
  const front = frontOf(label.type);
  return {
    objectId,
    trackId: null,
    category: normaliseLabel(label.type),
    score: null,
    // Largely occluded (2) or unknown (3): a person at the picture may not find it.
    presence: label.occluded <= 1 ? 'certain' : 'possible',
    crowd: false,
    box2d: clipToPicture(label.box2d, picture),
    // The label's location is on the bottom face, y points down.
    centre: add([x, y - height / 2, z], offset),
    size: [length, height, width],
    rotation,
    extent: 'amodal',
    provenance: 'label',
    facing: front === 'one' ? column3(rotation, 0) : null,
    front,
    // `occluded` is a level, not a share.
    visibility: null,
    truncation: label.truncated === -1 ? null : label.truncated,
    caption: null,
    verifiedBy: null,
  };
}

/** A DontCare region: it may hold any number of things of any kind. */
function region({ box2d }: Label, objectId: string, picture: Picture): ObjectRow {
  return {
    objectId,
    trackId: null,
    category: ANY_CATEGORY,
    score: null,
    presence: 'possible',
    crowd: true,
    box2d: clipToPicture(box2d, picture),
    centre: null,
    size: null,
    rotation: null,
    extent: null,
    provenance: 'label',
    facing: null,
    front: 'unseen',
    visibility: null,
    truncation: null,
    caption: null,
    verifiedBy: null,
  };
}
