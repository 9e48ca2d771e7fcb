/** Every command of `/arti`, in the order in which help lists them. */
import { assignCommand } from './assign.ts';
import { awayCommand } from './away.ts';
import { chartCommand } from './chart.ts';
import { checkInCommand } from './check-in.ts';
import { dashboardCommand } from './dashboard.ts';
import { delegateCommand } from './delegate.ts';
import { diffCommand } from './diff.ts';
import { dueCommand } from './due.ts';
import { createHelpCommand } from './help.ts';
import { historyCommand } from './history.ts';
import { hoursCommand } from './hours.ts';
import { keyCommand } from './key.ts';
import { mineCommand } from './mine.ts';
import { missingCommand } from './missing.ts';
import { orphansCommand } from './orphans.ts';
import { outboxCommand } from './outbox.ts';
import { figureCommand, updateCommand } from './record.ts';
import { riskCommand } from './risk.ts';
import { scheduleCommand } from './schedule.ts';
import type { SlackCommand } from './slack-command.ts';
import { explainCommand, statusCommand } from './status.ts';
import { structureCommand } from './structure.ts';
import { summaryCommand } from './summary.ts';
import { todayCommand } from './today.ts';

const helpCommand = createHelpCommand(() => COMMANDS);

export const COMMANDS: readonly SlackCommand[] = [
  mineCommand,
  dueCommand,
  updateCommand,
  figureCommand,
  historyCommand,
  awayCommand,
  delegateCommand,
  hoursCommand,
  statusCommand,
  explainCommand,
  chartCommand,
  dashboardCommand,
  riskCommand,
  missingCommand,
  orphansCommand,
  assignCommand,
  structureCommand,
  diffCommand,
  scheduleCommand,
  checkInCommand,
  summaryCommand,
  outboxCommand,
  keyCommand,
  todayCommand,
  helpCommand,
];

/** The command that `word` starts; of nothing at all, help. */
export function findCommand(word: string): SlackCommand | undefined {
  if (word === '') return helpCommand;
  return COMMANDS.find(({ names }) => names.includes(word.toLowerCase()));
}
