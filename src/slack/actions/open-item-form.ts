import { accepted } from '../../domain/refusal.ts';
import { findItemLine } from '../../services/find-item-line.ts';
import { formOfLine, reportModal } from '../blocks/report-modal.ts';
import type { Environment } from '../environment.ts';
import { homePageOf } from '../home/publish-home.ts';
import { identify } from '../identify.ts';
import { openModal } from '../open-modal.ts';
import type { Press } from './press.ts';

/** A press on a button of an item, in a list or in the home tab. */
export const openReportOfItem = (environment: Environment, press: Press): Promise<void> =>
  openItemForm(environment, press, press.value);

/** Opens the form of an item, outside of any check-in, for whoever may report on it. */
export const openItemForm = (environment: Environment, press: Press, code: string): Promise<void> =>
  openModal(environment, press, async () => {
    const { context, voice } = environment;
    const caller = await identify(environment, press.user);
    if (!caller.ok) return caller;
    const found = await findItemLine(context, caller.value.actor, { code, year: null });
    if (!found.ok) return found;
    const { line, year } = found.value;
    const state = { checkIn: null, year, lines: [line] };
    const form = { ...formOfLine(state, line, voice), home: homePageOf(press) };
    return accepted(reportModal({ form, state, day: context.clock.today() }, voice));
  });
