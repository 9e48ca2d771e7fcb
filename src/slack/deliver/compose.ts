import { frozenSeries } from '../../domain/frozen-figure.ts';
import type { Notice } from '../../domain/notice.ts';
import type { Summary } from '../../domain/summary.ts';
import { findPersonByKey } from '../../services/find-person.ts';
import { findSummary } from '../../services/find-summary.ts';
import { readCard } from '../../services/read-card.ts';
import {
  type CheckInState,
  checkInAgainMessageOf,
  checkInMessageOf,
  isUnanswered,
  readCheckIn,
} from '../../services/read-check-in.ts';
import { readEscalation } from '../../services/read-escalation.ts';
import { readTitles } from '../../services/read-titles.ts';
import { askBackMessage, correctionMessage, keptMessage } from '../blocks/ask-back-blocks.ts';
import { itemCard } from '../blocks/card-blocks.ts';
import { checkInAgainMessage, checkInMessage } from '../blocks/check-in-blocks.ts';
import { delegatedMessage } from '../blocks/delegated-blocks.ts';
import { escalationMessage } from '../blocks/escalation-blocks.ts';
import type { MessageContent } from '../blocks/parts.ts';
import { isQuietPlanWeek, planSummaryMessage } from '../blocks/plan-summary-blocks.ts';
import { recordedMessage, refusedMessage } from '../blocks/recorded-blocks.ts';
import { isQuiet, summaryMessage } from '../blocks/summary-blocks.ts';
import { drawInMessage, withPicture } from '../charts/draw-in-message.ts';
import type { Environment } from '../environment.ts';
import { Undeliverable } from './resolve-channel.ts';

/** Thrown for a notice that says nothing true any more: it may have waited long for Slack. */
export class NothingToSend extends Error {
  override name = 'NothingToSend';
}

/** What to send, and the message it replaces, if it redraws one. */
export type Composed = {
  readonly content: MessageContent;
  /** The same without its picture, for when Slack refuses the blocks; absent where there is none. */
  readonly plainer?: MessageContent;
  readonly replaces: {
    readonly channel: string;
    readonly ts: string;
    readonly team: string | null;
  } | null;
};

/**
 * Turns a notice into a message, at the moment it is sent.
 * @throws NothingToSend
 */
export async function compose(environment: Environment, notice: Notice): Promise<Composed> {
  const { context, voice } = environment;
  switch (notice.kind) {
    case 'RECORDED':
      return { content: recordedMessage(notice.items, false, voice), replaces: null };
    case 'REFUSED':
      return { content: refusedMessage(notice.lines, voice), replaces: null };
    case 'CHECK_IN':
    case 'CHECK_IN_REFRESH': {
      const state = await readCheckIn(context, notice.checkInId);
      if (!state) throw new Undeliverable(`check_in_not_found: ${notice.checkInId}`);
      if (notice.kind === 'CHECK_IN') {
        return { content: checkInMessage(state, voice, notice.late), replaces: null };
      }
      if (notice.again !== undefined) {
        const reminder = await checkInAgainMessageOf(context, notice.checkInId, notice.again);
        // It had nothing to bring to mind any more when its turn came.
        if (reminder?.notice.kind !== 'CHECK_IN_AGAIN') throw new NothingToSend(notice.checkInId);
        const { because, late } = reminder.notice;
        return { content: checkInAgainMessage(state, because, voice, late), replaces: reminder };
      }
      const sent = await checkInMessageOf(context, notice.checkInId);
      if (!sent) throw new Undeliverable(`check_in_never_sent: ${notice.checkInId}`);
      const late = sent.notice.kind === 'CHECK_IN' ? sent.notice.late : undefined;
      return { content: checkInMessage(state, voice, late), replaces: sent };
    }
    case 'ASK_BACK':
      return { content: askBackMessage(notice, voice, await readTitles(context)), replaces: null };
    case 'CORRECTION_OFFERED':
      return { content: correctionMessage(notice, voice), replaces: null };
    case 'KEPT_AFTER_DELETION':
      return { content: keptMessage(notice, voice), replaces: null };
    case 'DELEGATED': {
      const from = await findPersonByKey(context, notice.from);
      return {
        content: delegatedMessage(notice, from?.name ?? notice.from, await readTitles(context), voice),
        replaces: null,
      };
    }
    case 'CHECK_IN_AGAIN': {
      const state = await readCheckIn(context, notice.checkInId);
      if (!state) throw new Undeliverable(`check_in_not_found: ${notice.checkInId}`);
      if (!isWaitedFor(state)) throw new NothingToSend(notice.checkInId);
      return { content: checkInAgainMessage(state, notice.because, voice, notice.late), replaces: null };
    }
    case 'ITEM_CARD': {
      const card = await readCard(context, notice.item);
      if (!card) throw new Undeliverable(`item_not_found: ${notice.item}`);
      return { content: itemCard(card, voice), replaces: null };
    }
    case 'STRUCTURE_SUMMARY': {
      const summary = await findSummary(context, notice.summaryId);
      if (summary?.kind !== 'STRUCTURE_WEEK')
        throw new Undeliverable(`summary_not_found: ${notice.summaryId}`);
      const content = summaryMessage(summary, voice, context.dashboardUrl());
      return isQuiet(summary) ? { content, replaces: null } : drawn(environment, content, summary);
    }
    case 'PLAN_SUMMARY': {
      const summary = await findSummary(context, notice.summaryId);
      if (!summary || summary.kind === 'STRUCTURE_WEEK') {
        throw new Undeliverable(`summary_not_found: ${notice.summaryId}`);
      }
      const content = planSummaryMessage(summary, voice, context.dashboardUrl());
      return isQuietPlanWeek(summary) ? { content, replaces: null } : drawn(environment, content, summary);
    }
    case 'ESCALATION': {
      const view = await readEscalation(context, notice);
      if (view.people.length === 0) throw new NothingToSend(notice.structure);
      return { content: escalationMessage(view, voice), replaces: null };
    }
  }
}

/** Whether there is anything to be brought to mind: open, unanswered, neither left out nor put off since. */
const isWaitedFor = (state: CheckInState): boolean =>
  state.closedSince === null &&
  state.checkIn.skipped === null &&
  state.snoozedUntil === null &&
  isUnanswered(state);

/** With the year's curve, as it was frozen, in the same message: posted once, as everything else. */
async function drawn(environment: Environment, content: MessageContent, summary: Summary): Promise<Composed> {
  const picture = await drawInMessage(environment, frozenSeries(summary));
  if (picture.length === 0) return { content, replaces: null };
  return { content: withPicture(content, picture), plainer: content, replaces: null };
}
