/** Every modal that can be submitted, by its `callback_id`. */
import {
  BLOCKED_VIEW,
  REASON_FIELD,
  SKIP_VIEW,
  SNOOZE_VIEW,
  UNTIL_FIELD,
} from '../blocks/check-in-modals.ts';
import {
  AWAY_VIEW,
  COLLEAGUE_FIELD,
  DELEGATE_VIEW,
  FROM_FIELD,
  HOURS_FIELD,
  SETTINGS_VIEW,
} from '../blocks/home-modals.ts';
import { REPORT_VIEW } from '../blocks/report-modal.ts';
import type { ViewListener } from './submission.ts';
import { submitAway } from './submit-away.ts';
import { submitBlocked } from './submit-blocked.ts';
import { submitDelegation } from './submit-delegation.ts';
import { reportErrorField, submitReport } from './submit-report.ts';
import { submitSettings } from './submit-settings.ts';
import { submitSkip } from './submit-skip.ts';
import { submitSnooze } from './submit-snooze.ts';

export const VIEWS: ReadonlyMap<string, ViewListener> = new Map<string, ViewListener>([
  [REPORT_VIEW, { submit: submitReport, errorField: reportErrorField }],
  [BLOCKED_VIEW, { submit: submitBlocked, errorField: () => REASON_FIELD }],
  [SNOOZE_VIEW, { submit: submitSnooze, errorField: () => UNTIL_FIELD }],
  [SKIP_VIEW, { submit: submitSkip, errorField: () => REASON_FIELD }],
  [SETTINGS_VIEW, { submit: submitSettings, errorField: () => HOURS_FIELD }],
  [AWAY_VIEW, { submit: submitAway, errorField: () => FROM_FIELD }],
  [DELEGATE_VIEW, { submit: submitDelegation, errorField: () => COLLEAGUE_FIELD }],
]);
