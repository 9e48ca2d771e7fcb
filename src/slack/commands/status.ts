import type { PlanFigures } from '../../domain/plan-figures.ts';
import { loadFigures } from '../../services/load-figures.ts';
import { findAnyFigures } from '../../services/views/find-figures.ts';
import { type DrawFigures, drawExplanation, drawStatus } from '../blocks/draw-figures.ts';
import type { MessageContent } from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import { parseStatusQuery } from './parse-status-query.ts';
import type { SlackCommand } from './slack-command.ts';

/** Drawings of one object of figures, by what was asked: they say the same as long as it stands. */
type Drawings = Map<string, MessageContent>;
const MOST_DRAWINGS = 200;

/** The plan, an area, a goal, a phase or a structure, as of a day and for a baseline. */
function drawn(draw: DrawFigures): SlackCommand['answer'] {
  const drawings = new WeakMap<PlanFigures, Drawings>();
  return async ({ context, voice }, { rest }) => {
    const query = parseStatusQuery(rest, context.clock.today());
    if (!query.ok) return refusalMessage(query.refusal, voice);
    const { subject, asOf, baseline } = query.value;
    const loaded = await loadFigures(context, { year: null, asOf, baseline });
    if (!loaded.ok) return refusalMessage(loaded.refusal, voice);
    const { figures } = loaded.value;
    const ofFigures: Drawings = drawings.get(figures) ?? new Map();
    const key = JSON.stringify([voice.language, subject]);
    const kept = ofFigures.get(key);
    if (kept) return kept;
    const found = findAnyFigures(figures, subject);
    if (!found.ok) return refusalMessage(found.refusal, voice);
    const drawing = draw(found.value, figures, voice);
    if (ofFigures.size < MOST_DRAWINGS) drawings.set(figures, ofFigures.set(key, drawing));
    return drawing;
  };
}

/** `/arti status 1.4` */
export const statusCommand: SlackCommand = {
  names: ['stato', 'status'],
  permission: 'READ',
  help: 'status',
  answer: drawn(drawStatus),
};

/** `/arti explain 1.4` */
export const explainCommand: SlackCommand = {
  names: ['spiega', 'explain'],
  permission: 'READ',
  help: 'explain',
  answer: drawn(drawExplanation),
};
