/** Whom a round of check-ins asked, whom it will ask, and whom it left alone. */
import { HOME_TIME_ZONE } from '../../domain/arrangement.ts';
import type { Person } from '../../domain/directory.ts';
import type { OpenedCheckIns } from '../../domain/open-check-ins.ts';
import { formatDay } from '../../messages/format.ts';
import { dayAndTime } from '../../messages/format-time.ts';
import { escapeText, type MessageContent, message, section } from './parts.ts';
import type { Voice } from './voice.ts';

/** Names in a line; of the others their number is said. */
const NAMES_LIMIT = 30;

export function askedMessage(round: OpenedCheckIns, voice: Voice): MessageContent {
  const { t } = voice;
  const first = round.asked.length === 0 ? t.askedNobodyNow : t.checkInsSent(round.asked.length);
  const lines = [
    first,
    ...line(t.askedNames, round.asked.map(nameOf), voice),
    ...line(t.askedWaiting, waitingNames(round, voice), voice),
    ...line(t.askedSnoozed, snoozedNames(round, voice), voice),
    ...line(
      t.askedAway,
      round.away.map(({ person, until }) => t.askedAwayOne(nameOf(person), formatDay(until))),
      voice,
    ),
    ...line(
      t.askedHoliday,
      round.onHoliday.map(({ person, holiday }) =>
        t.askedHolidayOne(nameOf(person), holiday === null ? t.askedWeekend : escapeText(holiday)),
      ),
      voice,
    ),
    ...line(t.askedRecently, round.recentlyReported.map(nameOf), voice),
    ...line(t.checkInsAskedToday, round.askedToday.map(nameOf), voice),
    ...line(t.askedUnreachable, round.unreachable.map(nameOf), voice),
    ...line(t.checkInsNothing, round.nothingToAsk.map(nameOf), voice),
  ];
  return message(lines.join('\n'), lines.map(section));
}

const nameOf = ({ name }: Person): string => escapeText(name);

/** In the time of Rome, which whoever asks lives by. */
const waitingNames = ({ waiting }: OpenedCheckIns, { t }: Voice): readonly string[] =>
  waiting.map(({ person, at }) => {
    const { day, time } = dayAndTime(at, HOME_TIME_ZONE);
    return t.askedWaitingOne(nameOf(person), formatDay(day), time);
  });

const snoozedNames = ({ snoozed }: OpenedCheckIns, { t }: Voice): readonly string[] =>
  snoozed.map(({ person, at }) => {
    const { day, time } = dayAndTime(at, HOME_TIME_ZONE);
    return t.askedSnoozedOne(nameOf(person), formatDay(day), time);
  });

/** Nothing where there is nobody. */
function line(text: (names: string) => string, names: readonly string[], { t }: Voice): readonly string[] {
  if (names.length === 0) return [];
  const others = names.length - NAMES_LIMIT;
  const shown = [...names.slice(0, NAMES_LIMIT), ...(others > 0 ? [t.askedMore(others)] : [])];
  return [text(shown.join(', '))];
}
