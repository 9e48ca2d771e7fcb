/** The home tab, put together from its sections. What it shows was read before; nothing is computed here. */
import type { HomeView, KnownBlock } from '@slack/types';
import type { Refusal } from '../../domain/refusal.ts';
import { formatDay, formatLongDay } from '../../messages/format.ts';
import { refusalText } from '../../messages/refusals.ts';
import type { Home } from '../../services/read-home.ts';
import { answeredLines, waitingLines } from './check-in-lines.ts';
import { HOME_ANSWER_ACTION, type HomeState, homeButton } from './home-controls.ts';
import { missingBlocks, planBlocks, riskBlocks, structureBlocks } from './home-figures.ts';
import { itemBlocks, saidBlocks, shownPage } from './home-items.ts';
import { settingsBlocks } from './home-settings.ts';
import { openByUrgency } from './item-list-blocks.ts';
import { context, divider, escapeText, header, section } from './parts.ts';
import type { Voice } from './voice.ts';

export const HOME_VIEW = 'home_view';

/** @param page of the person's items, counted from 0 */
export function homeView(home: Home, page: number, voice: Voice): HomeView {
  const { figures, items, actor } = home;
  const reports = actor.role === 'STAFF' || actor.role === 'HEAD' || items.length > 0;
  const open = openByUrgency(items, figures.day);
  const shown = shownPage(open.length, page);
  const sections = [
    ...(reports ? [itemBlocks(home, open, shown, voice)] : []),
    planBlocks(home, voice),
    riskBlocks(home, voice),
    missingBlocks(home, voice),
    structureBlocks(home, voice),
    ...(reports || home.said.length > 0 ? [saidBlocks(home, voice)] : []),
    settingsBlocks(home, voice),
  ].filter((blocks) => blocks.length > 0);
  const state: HomeState = { page: shown, day: figures.day };
  return {
    type: 'home',
    callback_id: HOME_VIEW,
    private_metadata: JSON.stringify(state),
    blocks: [...greeting(home, voice), ...sections.flatMap((blocks) => [divider(), ...blocks])],
  };
}

function greeting({ person, figures, checkIn, actor }: Home, voice: Voice): readonly KnownBlock[] {
  const { t, language } = voice;
  const head = [
    header(t.homeGreeting(person.name)),
    context(t.homeDay(formatLongDay(figures.day, language), figures.baseline.number)),
  ];
  if (checkIn === null) {
    return actor.role === 'STAFF' || actor.role === 'HEAD' ? [...head, section(t.homeNoCheckIn)] : head;
  }
  const answered = answeredLines(checkIn).length;
  const until = formatDay(checkIn.checkIn.closesOn);
  const waiting = waitingLines(checkIn).length;
  const all = waiting === 0;
  const text = all ? t.homeCheckInDone(until) : t.homeCheckIn(answered, answered + waiting, until);
  const button = homeButton(HOME_ANSWER_ACTION, all ? t.homeAnswerAgain : t.homeAnswer, {
    value: checkIn.checkIn.id,
    ...(all ? {} : { style: 'primary' }),
  });
  return [...head, { ...section(text), accessory: button }];
}

/** For who is not let in, or while there is no plan: why, and whom to ask. */
export const refusedHome = (refusal: Refusal, { t, language }: Voice): HomeView => ({
  type: 'home',
  callback_id: HOME_VIEW,
  blocks: [header(t.homeAppName), section(escapeText(refusalText(refusal, language)))],
});
