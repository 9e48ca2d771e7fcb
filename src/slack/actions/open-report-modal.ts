import { accepted, type Result } from '../../domain/refusal.ts';
import type { CheckInState } from '../../services/read-check-in.ts';
import type { ReportForm } from '../blocks/report-form.ts';
import { firstPage, formOfLine, reportModal } from '../blocks/report-modal.ts';
import type { Environment } from '../environment.ts';
import { homePageOf } from '../home/publish-home.ts';
import { openModal } from '../open-modal.ts';
import { findLine, findOpenCheckIn } from './find-own-check-in.ts';
import { readLineValue } from './line-value.ts';
import type { Press } from './press.ts';

/** A press on “update” or “edit” beside a line: opens the form of that line. */
export async function openReportModal(environment: Environment, press: Press): Promise<void> {
  const { checkInId, item } = readLineValue(press.value);
  await openForm(environment, press, checkInId, (state) => {
    const line = findLine(state, item);
    return line.ok ? accepted(formOfLine(state, line.value, environment.voice)) : line;
  });
}

/** A press on “update all”: opens the form of all the lines that wait, a page at a time. */
export const openReportPages = (environment: Environment, press: Press): Promise<void> =>
  openForm(environment, press, press.value, (state) => accepted(firstPage(state, environment.voice)));

const openForm = (
  environment: Environment,
  press: Press,
  checkInId: string,
  formOf: (state: CheckInState) => Result<ReportForm>,
): Promise<void> =>
  openModal(environment, press, async () => {
    const own = await findOpenCheckIn(environment, press.user, checkInId);
    if (!own.ok) return own;
    const { state } = own.value;
    const form = formOf(state);
    if (!form.ok) return form;
    const day = environment.context.clock.today();
    const shown = { ...form.value, home: homePageOf(press) };
    return accepted(reportModal({ form: shown, state, day }, environment.voice));
  });
