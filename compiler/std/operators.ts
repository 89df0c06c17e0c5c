/**
 * Sources, declared once: what each is called, which arguments it takes, which facts it gives.
 * The runtime must implement every one (`runtime/sources/index.ts` is typed by this table).
 */

/** A fact group that a source may or may not give; a task that demands one nobody gives is an error. */
export type Provision =
  | 'object' // labelled objects with 2D boxes
  | 'box3d' // metric 3D boxes
  | 'pixel' // sampled points of a metric point map
  | 'gravity' // the up direction in the camera frame
  | 'facing' // the one front of things that have one
  | 'floor' // the height of the floor
  | 'caption' // descriptions of things that were verified
  | 'coverage' // the vocabulary for which the source lists everything
  | 'column'; // columns that a recipe names

export interface Parameter {
  readonly name: string;
  /** `range`: two shares, the first the smaller one. */
  readonly type: 'path' | 'count' | 'boolean' | 'word' | 'text' | 'range';
  /** For `word` and `text`: what it may be. */
  readonly words?: readonly string[];
  readonly required: boolean;
  readonly about: string;
}

/** The words that a source of a kind knows before any of it is read. */
export interface SourceWords {
  /** What its things are labelled. */
  readonly labels: ReadonlySet<string>;
  /** What they may be called: labels, other names, and wider ones. */
  readonly names: ReadonlySet<string>;
  /** Names by their plurals. */
  readonly plurals: ReadonlyMap<string, string>;
  /** False where its data may bring other words. */
  readonly complete: boolean;
}

export interface SourceOperator {
  readonly about: string;
  /** In order; the first ones may be given without their names. */
  readonly parameters: readonly Parameter[];
  readonly provides: readonly Provision[];
  /** Gives photographs of which `perceive` finds facts. */
  readonly perceivable?: true;
  /** Facts given only when an argument has a certain value. */
  readonly providesWhen: readonly {
    readonly parameter: string;
    readonly is: string;
    readonly provides: readonly Provision[];
  }[];
}

const directory = (about: string): Parameter => ({ name: 'dir', type: 'path', required: true, about });

export type SourceName = 'rooms' | 'kitti' | 'robospatial' | 'facts' | 'images';

export const sourceOperators: Readonly<Record<SourceName, SourceOperator>> = {
  rooms: {
    about: 'Synthetic furnished rooms with exact truth.',
    parameters: [
      { name: 'count', type: 'count', required: true, about: 'how many rooms' },
      { name: 'seed', type: 'count', required: false, about: 'which rooms; 0 by default' },
      { name: 'pictures', type: 'boolean', required: false, about: 'render JPEG, depth and masks; true by default' },
    ],
    provides: ['object', 'box3d', 'pixel', 'gravity', 'facing', 'floor', 'coverage'],
    providesWhen: [],
  },
  kitti: {
    about: 'The KITTI object benchmark: image_2, calib, label_2.',
    parameters: [
      directory('the folder that holds image_2, calib and label_2'),
      {
        name: 'gravity',
        type: 'word',
        words: ['level'],
        required: false,
        about: '`level` assumes that the camera is level; KITTI has no labels for it',
      },
    ],
    provides: ['object', 'box3d', 'facing', 'coverage'],
    providesWhen: [{ parameter: 'gravity', is: 'level', provides: ['gravity'] }],
  },
  robospatial: {
    about: 'RoboSpatial per-image JSON.',
    parameters: [directory('the folder that holds annotations and images')],
    provides: ['object', 'box3d', 'gravity'],
    providesWhen: [],
  },
  facts: {
    about: 'A Facts v1 directory: Parquet shards and a manifest, written by any pipeline.',
    parameters: [directory('the folder that holds manifest.json')],
    provides: ['object', 'box3d', 'pixel', 'gravity', 'facing', 'floor', 'coverage', 'column'],
    providesWhen: [],
  },
  images: {
    about: 'Photographs, of which `perceive` finds facts.',
    parameters: [{ name: 'files', type: 'path', required: true, about: 'a pattern: `photos/**/*.jpg`' }],
    provides: [],
    perceivable: true,
    providesWhen: [],
  },
};
