/** An item in a list: what it is, what was said last, and how it stands. */
import { itemTitle, type PlanItem } from '../../domain/plan-items.ts';
import { lastSaidOfGoal, lastSaidOfPhase } from '../../domain/said.ts';
import { formatDay } from '../../messages/format.ts';
import { clip, escapeText } from './parts.ts';
import { healthLine, progressText, saidText, type Voice } from './voice.ts';

const TITLE_LIMIT = 140;

/** `*1.1.3* Predisposizione del bando` */
export const itemHead = (item: PlanItem): string =>
  `*${item.code}* ${escapeText(clip(itemTitle(item), TITLE_LIMIT))}`;

/** `60,00 % · ultimo dato 60,00 % (12/09/2020) · fine 30/09/2020 · 🟢 in linea: entro la tolleranza` */
export function itemStanding(item: PlanItem, voice: Voice): string {
  const { t } = voice;
  const last = item.phase ? lastSaidOfPhase(item.phase) : lastSaidOfGoal(item.goal);
  const said =
    last === null || item.lastReportedOn === null
      ? // Where it has been silent for too long its health says so.
        item.figure.health?.health === 'STALE'
        ? []
        : [t.neverReported]
      : [t.lastSaid(saidText(last, voice), formatDay(item.lastReportedOn))];
  return [
    // The figure of an indicator is not what was said of it: it is what that makes of the target.
    ...(item.goal && last !== null ? [progressText(item.figure, voice)] : []),
    ...said,
    t.ends(formatDay(item.end)),
    healthLine(item.figure.health, item.code, voice),
  ].join(' · ');
}
