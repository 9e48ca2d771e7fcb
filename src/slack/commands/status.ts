import { loadFigures } from '../../services/load-figures.ts';
import { findAnyFigures } from '../../services/views/find-figures.ts';
import { type DrawFigures, drawExplanation, drawStatus } from '../blocks/draw-figures.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import { parseStatusQuery } from './parse-status-query.ts';
import type { SlackCommand } from './slack-command.ts';

/** The plan, an area, a goal, a phase or a structure, as of a day and for a baseline. */
const drawn =
  (draw: DrawFigures): SlackCommand['answer'] =>
  async ({ context, voice }, { rest }) => {
    const query = parseStatusQuery(rest, context.clock.today());
    if (!query.ok) return refusalMessage(query.refusal, voice);
    const { subject, asOf, baseline } = query.value;
    const loaded = await loadFigures(context, { year: null, asOf, baseline });
    if (!loaded.ok) return refusalMessage(loaded.refusal, voice);
    const { figures } = loaded.value;
    const found = findAnyFigures(figures, subject);
    return found.ok ? draw(found.value, figures, voice) : refusalMessage(found.refusal, voice);
  };

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
