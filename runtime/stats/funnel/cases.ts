/** The cause of every tuple of a task and chunk, as SQL over the tables that `funnel.ts` makes. */
import type { FunnelTask } from '../../../compiler/plan/funnel.js';
import { quoteText } from '../../facts/schema.js';

/** Adds rows to `funnel_cases`; tuples alike in scene, cause, classes and distance to the margin are one row. */
export function casesOf(task: FunnelTask, number: number): string {
  const classes = Array.from({ length: task.things }, (_, i) => `class_${i}`).join(', ');
  // Distances are binned to a thousandth of the margin's logarithm, so that rows stay few.
  return `insert into funnel_cases
    with tuples as (
      select t.scene, t.question, [${classes}] as things, p.question is not null as made, p.allowed, p.found, p.named,
             p.optioned, p.answerable, ${placeOf(task)} as rank, p.margin, p.apart
      from ${task.bound === null ? `probed_${number}` : `bound_${number}`} t
      left join (select * exclude (${classes}) from probed_${number}) p using (scene, question)),
    cases as (
      select scene, list_sort(list_distinct(list_filter(things, lambda c: c is not null))) as classes,
             ${causeOf(task)} as cause, case when margin > 0 and apart > 0 then apart / margin end as ratio
      from tuples
      left join (select distinct scene, question, true as clear from without_${number}) using (scene, question)
      left join (select distinct scene, question, true as seen from covered_${number}) using (scene, question)
      left join (select question, true as kept from asked_ids) using (question))
    select ${task.level}, ${quoteText(task.name)}, scene, cause, classes,
           case when cause = 'asked' then 10 ** (round(log10(ratio) * 1000) / 1000) end as binned, count(*)
    from cases group by scene, cause, classes, binned`;
}

/** Askable tuples in the order of `take`, from 1. */
function placeOf({ take }: FunnelTask): string {
  if (take === null) return '1';
  const asked = '(p.allowed and p.found and p.named and p.answerable) is true';
  return `row_number() over (partition by t.scene, p.first, ${asked} order by p.place, p.key, p.turn)`;
}

function causeOf({ take }: FunnelTask): string {
  const lacking = (otherwise: string): string =>
    `case when clear then 'inside margin' when seen then 'not covered' else ${quoteText(otherwise)} end`;
  return `case
    when not made then ${lacking('nothing picked')}
    when allowed = false then 'condition false'
    when allowed is null or not found then ${lacking('unknown')}
    when not named then 'no reference'
    when not optioned then 'options not found'
    when not answerable then 'unknown'
    when ${take === null ? 'false' : `rank > ${take.count}`} then 'cut by take'
    when kept is null then 'cut by sampling'
    else 'asked' end`;
}
