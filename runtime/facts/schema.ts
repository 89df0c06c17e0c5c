/**
 * The tables of the store, as data: the one place that knows their columns.
 * DDL, the staging of `ingest.ts` and the Parquet columns of a facts directory are all printed from here.
 * Columns are those of `rows.ts` in snake_case; units and frames are stated there.
 */

/** `DOUBLE[]` is a list of any length, whose members may be NULL; `DOUBLE[3]` and its like are vectors of that many numbers; DuckDB's own name of each type is `sqlType`. */
export type ColumnType =
  | 'VARCHAR'
  | 'INTEGER'
  | 'DOUBLE'
  | 'BOOLEAN'
  | 'VARCHAR[]'
  | 'DOUBLE[]'
  | 'DOUBLE[3]'
  | 'DOUBLE[4]'
  | 'DOUBLE[9]'
  | 'DOUBLE[16]';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** True where the column is never NULL. */
  readonly required: boolean;
  /**
   * `given`: a source gives it, and a facts directory has a column of this name.
   * `store`: made at ingestion.
   */
  readonly origin: 'given' | 'store';
  readonly about: string;
}

export interface Table {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly Column[];
}

const given = (name: string, type: ColumnType, about: string): Column => ({
  name,
  type,
  required: false,
  origin: 'given',
  about,
});
const required = (column: Column): Column => ({ ...column, required: true });
const made = (name: string, type: ColumnType, about: string): Column => ({
  name,
  type,
  required: true,
  origin: 'store',
  about,
});

const source = made('source', 'VARCHAR', 'name of the source in the recipe');
const scene = made(
  'scene',
  'INTEGER',
  'number of the scene in this store; other tables join on it, nothing else may depend on it',
);

const scenes: Table = {
  name: 'scenes',
  about: 'One row per picture and its camera.',
  columns: [
    source,
    scene,
    required(given('scene_id', 'VARCHAR', 'unique within its source')),
    required(given('capture_id', 'VARCHAR', 'sequence, room or drive: the unit of `split`')),
    given('frame_index', 'INTEGER', 'position in the capture'),
    given('timestamp', 'DOUBLE', 'seconds'),
    given('image_uri', 'VARCHAR', 'path of the picture; NULL where none was made'),
    given('sha256', 'VARCHAR', 'of the picture file'),
    required(given('width', 'INTEGER', 'pixels, after EXIF rotation')),
    required(given('height', 'INTEGER', 'pixels, after EXIF rotation')),
    given('intrinsics', 'DOUBLE[4]', 'fx, fy, cx, cy in pixels of width x height'),
    given('intrinsics_source', 'VARCHAR', 'truth, exif or model'),
    given('world_from_camera', 'DOUBLE[16]', 'row-major 4x4, camera to world'),
    given('up', 'DOUBLE[3]', 'unit vector against gravity, camera frame'),
    given('up_source', 'VARCHAR', 'truth, assumed or a model id'),
    given('floor_height', 'DOUBLE', 'coordinate of the floor along `up`, metres from the camera'),
    required(given('metric', 'BOOLEAN', 'false: lengths are known up to one common factor only')),
    given('scale_sigma', 'DOUBLE', 'standard deviation of the factor by which all lengths may be off: 0.07 for 7 %'),
    given('licence', 'VARCHAR', 'licence of the data'),
    made('covered', 'VARCHAR[]', 'categories whose coverage is exhaustive or verified_absent, sorted'),
  ],
};

const dense: Table = {
  name: 'dense',
  about: 'Dense data by reference: it stays in files.',
  columns: [
    source,
    scene,
    required(given('role', 'VARCHAR', 'depth, points, normal, valid or instances')),
    required(given('uri', 'VARCHAR', 'path of the file')),
    required(given('encoding', 'VARCHAR', 'how the file is to be read')),
    given('depth_kind', 'VARCHAR', 'z or euclidean'),
    given('scale', 'DOUBLE', 'metres per stored unit'),
    required(given('width', 'INTEGER', 'pixels')),
    required(given('height', 'INTEGER', 'pixels')),
  ],
};

const objects: Table = {
  name: 'objects',
  about: 'One row per candidate: a thing that is, or may be, in the scene.',
  columns: [
    source,
    scene,
    made('object', 'INTEGER', 'rank of object_id in its scene, from 0, in binary string order'),
    required(given('object_id', 'VARCHAR', 'unique within its scene')),
    given('track_id', 'VARCHAR', 'the same thing in other frames'),
    required(given('category', 'VARCHAR', 'lower-case label, or * for a region that may hold anything')),
    given('score', 'DOUBLE', 'of the detector, 0..1'),
    required(given('presence', 'VARCHAR', 'certain or possible')),
    required(given('crowd', 'BOOLEAN', 'a region that may hold any number of things')),
    given('box2d', 'DOUBLE[4]', 'x1, y1, x2, y2 in pixels, clipped to the picture; NULL where not in it'),
    given('centre', 'DOUBLE[3]', 'box centre, camera frame, metres'),
    given('size', 'DOUBLE[3]', 'full edge lengths along the axes of the box, metres'),
    given('rotation', 'DOUBLE[9]', 'row-major 3x3, box axes to camera'),
    given('extent', 'VARCHAR', 'amodal or visible'),
    required(given('provenance', 'VARCHAR', 'label, lidar, lifted or a model id')),
    given('facing', 'DOUBLE[3]', 'unit vector out of the one front, camera frame'),
    required(given('front', 'VARCHAR', 'one, several, none or unseen')),
    given('visibility', 'DOUBLE', 'share of the silhouette that is seen, 0..1'),
    given('truncation', 'DOUBLE', 'share of the silhouette outside the picture, 0..1'),
    given('caption', 'VARCHAR', 'free text'),
    given('verified_by', 'VARCHAR', 'who looked whether the caption is right: a person or a model id'),
    {
      ...made('said', 'VARCHAR', 'the caption as a name in a sentence; NULL where it is not verified, or no such name'),
      required: false,
    },
    {
      ...made('noun', 'VARCHAR', 'the singular of its label; NULL where the vocabulary has no countable word for it'),
      required: false,
    },
    { ...made('noun_plural', 'VARCHAR', 'the plural of its label; NULL where noun is'), required: false },
    { ...made('noun_article', 'VARCHAR', 'what stands before noun: a, an; NULL where noun is'), required: false },
    {
      ...made(
        'own_numbers',
        'DOUBLE[]',
        'numbers of the columns that the recipe names, conditions as 1 and 0; NULL without any',
      ),
      required: false,
    },
    {
      ...made('own_texts', 'VARCHAR[]', 'texts of the columns that the recipe names, empty where unknown'),
      required: false,
    },
    made('names', 'VARCHAR[]', 'what it is surely called: its label, other names for it, the wider ones; empty for *'),
    made('maybe_names', 'VARCHAR[]', 'what it may be called: narrower and neighbouring labels; empty for *'),
  ],
};

const pixels: Table = {
  name: 'pixels',
  about: 'Sampled valid pixels with their points.',
  columns: [
    source,
    scene,
    made('pixel', 'INTEGER', 'rank of pixel_id in its scene, from 0, in binary string order'),
    required(given('pixel_id', 'VARCHAR', 'unique within its scene')),
    required(given('u', 'DOUBLE', 'pixels to the right; pixel centres lie at whole numbers')),
    required(given('v', 'DOUBLE', 'pixels down')),
    required(given('point', 'DOUBLE[3]', 'camera frame, metres')),
  ],
};

const coverage: Table = {
  name: 'coverage',
  about: 'For which categories a scene lists everything.',
  columns: [
    source,
    scene,
    required(given('category', 'VARCHAR', 'label')),
    required(given('status', 'VARCHAR', 'exhaustive, verified_absent or unknown')),
    required(given('method', 'VARCHAR', 'who looked')),
  ],
};

const vocabulary: Table = {
  name: 'vocabulary',
  about: 'The labels of a source, their noun forms and neighbours.',
  columns: [
    source,
    required(given('label', 'VARCHAR', 'lower-case label')),
    required(given('singular', 'VARCHAR', 'as it stands in a sentence')),
    required(given('plural', 'VARCHAR', 'for several; the singular where nothing is counted')),
    required(given('article', 'VARCHAR', 'before the singular for one of it: a, an, some, a pair of')),
    required(given('verb', 'VARCHAR', 'of the singular: is, or are for what has no singular')),
    required(given('countable', 'BOOLEAN', 'false: never counted, and never the noun of a reference')),
    given('broader', 'VARCHAR', 'a wider name that is also right'),
    required(given('same', 'VARCHAR[]', 'other names for exactly this, right both ways')),
    required(given('also', 'VARCHAR[]', 'what people may call it, too')),
    given('has_front', 'VARCHAR', 'one, several or none: fronts of things of this label; NULL where it does not say'),
  ],
};

const relations: Table = {
  name: 'relations',
  about: 'Relations that a source states itself.',
  columns: [
    source,
    scene,
    required(given('kind', 'VARCHAR', 'name of the relation')),
    required(given('subject', 'VARCHAR', 'object_id')),
    required(given('object', 'VARCHAR', 'object_id')),
    given('value', 'DOUBLE', 'where the relation is a measure'),
    given('sigma', 'DOUBLE', 'standard deviation of value'),
    required(given('provenance', 'VARCHAR', 'who states it')),
  ],
};

const quarantine: Table = {
  name: 'quarantine',
  about: 'What could not be used, and why.',
  columns: [
    source,
    made('scene_id', 'VARCHAR', 'scene, as its source names it'),
    { ...made('object_id', 'VARCHAR', 'object; NULL: the whole scene'), required: false },
    made('stage', 'VARCHAR', 'read, validate or ingest'),
    made('code', 'VARCHAR', 'SPQ5xx'),
    made('message', 'VARCHAR', 'what is wrong, naming file and line or row'),
  ],
};

export const storeTables = {
  scenes,
  dense,
  objects,
  pixels,
  coverage,
  vocabulary,
  relations,
  quarantine,
} as const satisfies Record<string, Table>;

/** Quotes an SQL identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Quotes an SQL text. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** `create table if not exists …` for one table; a `temp` one is gone with its connection. */
export function createTable(table: Table, lifetime: 'kept' | 'temp' = 'kept'): string {
  const columns = table.columns.map(
    ({ name, type, required: needed }) => `  ${quoteName(name)} ${sqlType(type)}${needed ? ' not null' : ''}`,
  );
  return `create ${lifetime === 'temp' ? 'temp ' : ''}table if not exists ${quoteName(table.name)} (\n${columns.join(',\n')}\n)`;
}

/**
 * The DuckDB type of a column.
 *
 * A vector is a list: DuckDB's fixed-size arrays are refused by `case` and `coalesce` (1.5), alone and inside structs,
 * and are slower to build and to join. Its length is guaranteed by `validate.ts`.
 */
export function sqlType(type: ColumnType): 'VARCHAR' | 'INTEGER' | 'DOUBLE' | 'BOOLEAN' | 'VARCHAR[]' | 'DOUBLE[]' {
  switch (type) {
    case 'DOUBLE[]':
    case 'DOUBLE[3]':
    case 'DOUBLE[4]':
    case 'DOUBLE[9]':
    case 'DOUBLE[16]':
      return 'DOUBLE[]';
    case 'VARCHAR':
    case 'INTEGER':
    case 'DOUBLE':
    case 'BOOLEAN':
    case 'VARCHAR[]':
      return type;
  }
}

/** Number of numbers in a value of the type: 3 for DOUBLE[3], 1 for everything that is no vector. */
export function widthOf(type: ColumnType): number {
  switch (type) {
    case 'DOUBLE[3]':
      return 3;
    case 'DOUBLE[4]':
      return 4;
    case 'DOUBLE[9]':
      return 9;
    case 'DOUBLE[16]':
      return 16;
    case 'VARCHAR':
    case 'INTEGER':
    case 'DOUBLE':
    case 'BOOLEAN':
    case 'VARCHAR[]':
    case 'DOUBLE[]':
      return 1;
  }
}
