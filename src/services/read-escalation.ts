import { isAway, NO_SETTINGS } from '../domain/arrangement.ts';
import type { ItemCode, StructureCode } from '../domain/codes.ts';
import { dayInRome, type IsoDate } from '../domain/dates.ts';
import type { Notice } from '../domain/notice.ts';
import { itemTitle, type PlanItem, planItems } from '../domain/plan-items.ts';
import type { Context } from './context.ts';
import { loadResponsibilities } from './load-responsibilities.ts';

type Escalation = Extract<Notice, { readonly kind: 'ESCALATION' }>;

/** What is still without an answer when it is told. */
export type EscalationView = {
  readonly structure: StructureCode;
  readonly structureName: string;
  /** On which it is told. */
  readonly day: IsoDate;
  /** The instant for which it was planned, of one that comes late. */
  readonly late: string | null;
  readonly people: readonly {
    readonly name: string;
    readonly askedOn: IsoDate;
    /** The last day of an absence that holds today; null while they are there. */
    readonly awayUntil: IsoDate | null;
    readonly items: readonly { readonly code: ItemCode; readonly title: string }[];
  }[];
};

/** With names, titles and absences as they are by now, and without what was answered while it waited for Slack. */
export async function readEscalation(
  context: Context,
  { structure, day, unanswered, late }: Escalation,
): Promise<EscalationView> {
  const loaded = await loadResponsibilities(context);
  const known = loaded.ok ? loaded.value : undefined;
  const items = new Map(known ? planItems(known.figures).map((item) => [item.code, item]) : []);
  return {
    structure,
    structureName: known?.figures.plan.structures.find(({ code }) => code === structure)?.name ?? structure,
    day,
    late,
    people: unanswered
      .map(({ person: key, askedOn, items: codes }) => ({
        name: known?.people.find((each) => each.key === key)?.name ?? key,
        askedOn,
        awayUntil: awayUntil(known?.arrangements.settings.get(key) ?? NO_SETTINGS, context.clock.today()),
        items: codes.flatMap((code) => {
          const item = items.get(code);
          return item && !isSaidSince(item, day) ? [{ code, title: itemTitle(item) }] : [];
        }),
      }))
      .filter((each) => each.items.length > 0),
  };
}

/** What was said earlier on the day itself, before anybody was told, is not among what had no answer then. */
function isSaidSince({ phase, goal }: PlanItem, day: IsoDate): boolean {
  const last = phase ? phase.lastReport : goal.lastMeasurement;
  return last !== null && dayInRome(new Date(last.recordedAt)) >= day;
}

const awayUntil = (settings: typeof NO_SETTINGS, today: IsoDate): IsoDate | null =>
  settings.away !== null && isAway(settings, today) ? settings.away.until : null;
