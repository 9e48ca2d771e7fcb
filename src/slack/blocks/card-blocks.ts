/** A goal or a phase in a few lines, where people mention it. */
import type { Figure } from '../../domain/figure.ts';
import { yearSpan } from '../../domain/plan.ts';
import { formatDay } from '../../messages/format.ts';
import { HEALTH_MARKS, healthText } from '../../messages/health.ts';
import type { CardView } from '../../services/read-card.ts';
import { clip, context, escapeText, fields, type MessageContent, message, section } from './parts.ts';
import { structureNames, wording } from './status-lines.ts';
import { progressText, shareText, type Voice } from './voice.ts';

const TITLE_LIMIT = 240;

/**
 * Only what the plan and its figures say, and no word that somebody wrote in a report: a channel may hold guests and
 * people of other organisations. The plan itself is public by law (legislative decree 33/2013, article 10, paragraph
 * 8, letter b, has every public body publish its performance plan and report).
 */
export function itemCard(view: CardView, voice: Voice): MessageContent {
  const { t } = voice;
  const { what, code, title, under, figure, structures, end } = contentOf(view, voice);
  const progress = progressText(figure, voice);
  return message(`${t.cardText(what, progress)}. ${escapeText(clip(title, TITLE_LIMIT))}`, [
    section(`*${what}* ${escapeText(clip(title, TITLE_LIMIT))}`),
    ...(under === null ? [] : [context(under)]),
    fields([
      [t.progress, againstPlanned(figure, progress, voice)],
      [t.health, healthWord(figure, voice)],
      ...(end === null ? [] : [[t.end, end] as const]),
      [t.structures, structureNames(structures, view.figures)],
    ]),
    context(t.cardMore(code)),
  ]);
}

function contentOf(view: CardView, voice: Voice) {
  const { t } = voice;
  if (view.kind === 'PHASE') {
    const { phase, goal, figure } = view.phase;
    return {
      what: t.phase(phase.code),
      code: phase.code,
      title: wording(phase.description, voice),
      under: t.cardOf(goal.code, escapeText(clip(goal.title, TITLE_LIMIT))),
      figure,
      structures: phase.structures,
      end: formatDay(phase.end),
    };
  }
  const { goal, figure } = view.goal;
  const deadline = goal.schedule?.known ? goal.schedule.deadline : null;
  // An indicator is judged by the year's figure; of a schedule that is not known nobody knows the end.
  const end = goal.measuredBy === 'FIGURES' ? yearSpan(view.figures.plan).end : deadline;
  return {
    what: t.goal(goal.code),
    code: goal.code,
    title: goal.title,
    under: null,
    figure,
    structures: goal.structures,
    end: end === null ? null : formatDay(end),
  };
}

function againstPlanned({ planned }: Figure, progress: string, voice: Voice): string {
  if (planned === null) return progress;
  const { byDeadline, linear } = planned;
  return `${progress}\n${voice.t.cardPlanned(shareText(byDeadline, voice), shareText(linear, voice))}`;
}

/** Without its reason: of what is blocked that is what somebody wrote. */
const healthWord = ({ health }: Figure, { language, t }: Voice): string =>
  health === null ? t.healthUnknown : `${HEALTH_MARKS[health.health]} ${healthText(health.health, language)}`;
