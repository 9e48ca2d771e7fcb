import type { Statement } from '../../domain/statement.ts';
import { recordStatements } from '../../services/record-statements.ts';
import { recordedMessage, refusedMessage } from '../blocks/recorded-blocks.ts';
import { parseWithoutAsking } from '../grammar/parse-reply.ts';
import { inboxKeyOf } from './command-call.ts';
import type { SlackCommand } from './slack-command.ts';

/** Takes any item, or only what is measured by figures. */
const recorded =
  (expects: Statement['expects']): SlackCommand['answer'] =>
  async ({ context, voice }, { actor, rest, call }) => {
    const today = context.clock.today();
    const { language } = voice;
    // The answer to a command has no buttons: what is ambiguous is refused, and says what to write.
    const reply = parseWithoutAsking(rest, { language, today, impliedItem: null, items: [], codes: null });
    if (!reply.ok) return refusedMessage(reply.lines, voice);
    const outcome = await recordStatements(context, {
      statements: reply.statements.map((statement) => ({ ...statement, expects })),
      lines: reply.lines,
      actor,
      source: 'SLACK',
      year: null,
      inbox: inboxKeyOf(call),
      replyTo: null,
    });
    if (!outcome.ok) return refusedMessage(outcome.lines, voice);
    return recordedMessage(outcome.value.items, outcome.value.duplicate, voice);
  };

/** `/arti update 1.1.3 60% …` */
export const updateCommand: SlackCommand = {
  names: ['aggiorna', 'update'],
  permission: 'READ',
  offeredTo: ['REPORT_OWN_STRUCTURES', 'REPORT_ALL'],
  help: 'update',
  answer: recorded('ITEM'),
};

/** `/arti figure 3.1 8006/20015` */
export const figureCommand: SlackCommand = {
  names: ['dato', 'figure'],
  permission: 'READ',
  offeredTo: ['REPORT_OWN_STRUCTURES', 'REPORT_ALL'],
  help: 'figure',
  answer: recorded('GOAL'),
};
