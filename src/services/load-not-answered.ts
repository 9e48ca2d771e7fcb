import { setImmediate as anotherTurn } from 'node:timers/promises';
import type { CheckIn } from '../domain/check-in.ts';
import type { IsoDate } from '../domain/dates.ts';
import { isAskedInWeek, type NotAnswered, notAnswered } from '../domain/summaries/not-answered.ts';
import type { Store } from '../store/port.ts';
import type { Context } from './context.ts';
import { answeredSince } from './find-unanswered.ts';
import type { LoadedFigures } from './load-figures.ts';

/** Of one person, as far back as a late summary looks: a season of weekly ones, and some that were asked by hand. */
const CHECK_INS_EACH = 20;

/** What was asked and not answered as of the figures' day. */
export async function loadNotAnswered(
  { store }: Context,
  { stored, figures }: LoadedFigures,
): Promise<NotAnswered> {
  const people = await store.listPeople();
  const arrangements = await store.loadArrangements(stored.id);
  const checkIns: CheckIn[] = [];
  for (const { key } of people) {
    const theirs = await store.listCheckInsOf(stored.id, key, CHECK_INS_EACH);
    checkIns.push(...theirs.filter((each) => isAskedInWeek(each, figures.day)));
  }
  const byThen = { listSaidSince: saidUntil(store, figures.day) };
  const isAnswered = await answeredSince(byThen, stored.id, checkIns);
  // Of hundreds of people the reading and the sorting out take some 100 ms each.
  await anotherTurn();
  return notAnswered({ figures, checkIns, isAnswered, people, arrangements });
}

/** What is said meanwhile of a later day is no answer yet in a summary that comes late: its figures do not show it. */
const saidUntil =
  (store: Store, day: IsoDate): Store['listSaidSince'] =>
  async (planId, sequence) => {
    const { reports, measurements } = await store.listSaidSince(planId, sequence);
    const byThen = ({ reportedOn }: { readonly reportedOn: IsoDate }) => reportedOn <= day;
    return { reports: reports.filter(byThen), measurements: measurements.filter(byThen) };
  };
