/** Every control of messages, modals and the home tab that does something, by its `action_id`. */
import { CHOOSE_READING_ACTIONS } from '../blocks/ask-back-blocks.ts';
import { CHART_ACTION } from '../blocks/chart-button.ts';
import {
  ALL_UNCHANGED_ACTION,
  ANSWER_ACTION,
  ANSWER_ALL_ACTION,
  BLOCKED_ACTION,
  DONE_ACTION,
  SKIP_ACTION,
  SNOOZE_ACTION,
  UNCHANGED_ACTION,
} from '../blocks/check-in-controls.ts';
import {
  HOME_ALL_MISSING_ACTION,
  HOME_ALL_RISKS_ACTION,
  HOME_ANSWER_ACTION,
  HOME_AWAY_ACTION,
  HOME_BACK_ACTION,
  HOME_DETAILS_ACTION,
  HOME_END_DELEGATION_ACTION,
  HOME_HISTORY_ACTION,
  HOME_ITEM_ACTION,
  HOME_MISSING_ACTION,
  HOME_NEXT_ACTION,
  HOME_PREVIOUS_ACTION,
  HOME_SETTINGS_ACTION,
} from '../blocks/home-controls.ts';
import { REPORT_ITEM_ACTION } from '../blocks/item-list-blocks.ts';
import { MORE_ACTION } from '../blocks/report-modal.ts';
import { answerAllUnchanged } from './answer-all-unchanged.ts';
import { answerDone, answerUnchanged } from './answer-line.ts';
import { chooseForItem } from './choose-for-item.ts';
import { chooseReading } from './choose-reading.ts';
import { chooseSnooze } from './choose-snooze.ts';
import { comeBack, endOneDelegation } from './end-what-was-set.ts';
import { openBlockedModal, openSkipModal } from './open-check-in-modals.ts';
import { chooseForMissing, openOwnAwayModal, openSettingsModal } from './open-home-forms.ts';
import { openAllMissing, openAllRisks, openDetails, openHistoryOf } from './open-home-readings.ts';
import { openReportOfItem } from './open-item-form.ts';
import { openReportModal, openReportPages } from './open-report-modal.ts';
import type { ActionListener } from './press.ts';
import { showChartOf } from './show-chart-of.ts';
import { showMoreFields } from './show-more-fields.ts';
import { turnHomePage } from './turn-home-page.ts';

export const ACTIONS: ReadonlyMap<string, ActionListener> = new Map<string, ActionListener>([
  [ANSWER_ACTION, openReportModal],
  [ANSWER_ALL_ACTION, openReportPages],
  [MORE_ACTION, showMoreFields],
  [UNCHANGED_ACTION, answerUnchanged],
  [DONE_ACTION, answerDone],
  [BLOCKED_ACTION, openBlockedModal],
  [ALL_UNCHANGED_ACTION, answerAllUnchanged],
  [SNOOZE_ACTION, chooseSnooze],
  [SKIP_ACTION, openSkipModal],
  [REPORT_ITEM_ACTION, openReportOfItem],
  [HOME_ANSWER_ACTION, openReportPages],
  [HOME_ITEM_ACTION, chooseForItem],
  [HOME_PREVIOUS_ACTION, turnHomePage],
  [HOME_NEXT_ACTION, turnHomePage],
  [HOME_DETAILS_ACTION, openDetails],
  [HOME_HISTORY_ACTION, openHistoryOf],
  [HOME_ALL_RISKS_ACTION, openAllRisks],
  [HOME_ALL_MISSING_ACTION, openAllMissing],
  [HOME_MISSING_ACTION, chooseForMissing],
  [HOME_SETTINGS_ACTION, openSettingsModal],
  [HOME_AWAY_ACTION, openOwnAwayModal],
  [HOME_BACK_ACTION, comeBack],
  [HOME_END_DELEGATION_ACTION, endOneDelegation],
  [CHART_ACTION, showChartOf],
  ...CHOOSE_READING_ACTIONS.map((action): [string, ActionListener] => [action, chooseReading]),
]);

/** Those that record nothing and post what they show: a crash ends them, for done once more they would post it twice. */
export const UNKEPT_ACTIONS: ReadonlySet<string> = new Set([CHART_ACTION]);
