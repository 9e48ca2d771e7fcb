import type { Notice } from '../../domain/notice.ts';
import { findPersonByKey } from '../../services/find-person.ts';
import { findSummary } from '../../services/find-summary.ts';
import { readCard } from '../../services/read-card.ts';
import {
  type CheckInState,
  checkInMessageOf,
  isUnanswered,
  readCheckIn,
} from '../../services/read-check-in.ts';
import { readTitles } from '../../services/read-titles.ts';
import { askBackMessage, correctionMessage, keptMessage } from '../blocks/ask-back-blocks.ts';
import { itemCard } from '../blocks/card-blocks.ts';
import { checkInAgainMessage, checkInMessage } from '../blocks/check-in-blocks.ts';
import { delegatedMessage } from '../blocks/delegated-blocks.ts';
import type { MessageContent } from '../blocks/parts.ts';
import { recordedMessage, refusedMessage } from '../blocks/recorded-blocks.ts';
import { summaryMessage } from '../blocks/summary-blocks.ts';
import type { Environment } from '../environment.ts';
import { Undeliverable } from './resolve-channel.ts';

/** Thrown for a notice that says nothing true any more: it may have waited long for Slack. */
export class NothingToSend extends Error {
  override name = 'NothingToSend';
}

/** What to send, and the message it replaces, if it redraws one. */
export type Composed = {
  readonly content: MessageContent;
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
export async function compose({ context, voice }: Environment, notice: Notice): Promise<Composed> {
  switch (notice.kind) {
    case 'RECORDED':
      return { content: recordedMessage(notice.items, false, voice), replaces: null };
    case 'REFUSED':
      return { content: refusedMessage(notice.lines, voice), replaces: null };
    case 'CHECK_IN':
    case 'CHECK_IN_REFRESH': {
      const state = await readCheckIn(context, notice.checkInId);
      if (!state) throw new Undeliverable(`check_in_not_found: ${notice.checkInId}`);
      const content = checkInMessage(state, voice);
      if (notice.kind === 'CHECK_IN') return { content, replaces: null };
      const sent = await checkInMessageOf(context, notice.checkInId);
      if (!sent) throw new Undeliverable(`check_in_never_sent: ${notice.checkInId}`);
      return { content, replaces: sent };
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
      return { content: checkInAgainMessage(state, notice.because, voice), replaces: null };
    }
    case 'ITEM_CARD': {
      const card = await readCard(context, notice.item);
      if (!card) throw new Undeliverable(`item_not_found: ${notice.item}`);
      return { content: itemCard(card, voice), replaces: null };
    }
    case 'STRUCTURE_SUMMARY': {
      const summary = await findSummary(context, notice.summaryId);
      if (!summary) throw new Undeliverable(`summary_not_found: ${notice.summaryId}`);
      return { content: summaryMessage(summary, voice), replaces: null };
    }
  }
}

/** Whether there is anything to be brought to mind: open, unanswered, neither left out nor put off since. */
const isWaitedFor = (state: CheckInState): boolean =>
  state.closedSince === null &&
  state.checkIn.skipped === null &&
  state.snoozedUntil === null &&
  isUnanswered(state);
