/**
 * Columns that the view `object_facts` has without any recipe's facts (docs/store.md): a fact of a recipe is a column of it,
 * too, and takes none of these names. Case is not told apart in SQL.
 */
const columns =
  'source object_id category presence extent front noun noun_plural noun_article said scene object crowd ' +
  'box2d centre size rotation facing visibility truncation score names maybe_names scene_id capture_id ' +
  'image_uri up floor_height metric scale_sigma covered cx cy cz fx fy fz x1 y1 x2 y2 certain clean bearing elevation ' +
  'depth distance distance_sigma nearest span_right_low span_right_high span_forward_low span_forward_high volume upright ' +
  'span_up_low span_up_high base top height footprint_area width depth_extent wfx wfy wfz wrx wry wrz ' +
  'world_right world_up world_forward facing_right facing_forward vfx vfy vfz vrx vry vrz';

export const viewColumns: ReadonlySet<string> = new Set(columns.split(' '));

/** Beside a measured column stands one of whole units: `height_um`. */
const wholeEnds = /_(?:um|mm2|mm3|udeg|ppb|mpx)$/;

export const endsAsWhole = (name: string): boolean => wholeEnds.test(name.toLowerCase());

/** Whether a column of the view is, or may be, called so. */
export const isViewColumn = (name: string): boolean => viewColumns.has(name.toLowerCase()) || endsAsWhole(name);
