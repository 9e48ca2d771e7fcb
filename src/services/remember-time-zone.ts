import { NO_SETTINGS } from '../domain/arrangement.ts';
import type { Person } from '../domain/directory.ts';
import { parseTimeZone } from '../domain/person-hours.ts';
import type { Context } from './context.ts';
import { findPlan } from './load-figures.ts';

const askedOn = (person: Person): string => `slack-time-zone-asked/${person.key}`;

/** Whether Slack is to be asked for the person's time zone: once a day, whatever came of it; noted as asked by this. */
export async function claimTimeZoneQuestion(context: Context, person: Person): Promise<boolean> {
  const today = context.clock.today();
  if ((await context.store.getSetting(askedOn(person))) === today) return false;
  await context.store.setSetting(askedOn(person), today);
  return true;
}

/** Remembers the time zone that Slack told of. True when it is another one than before. */
export async function rememberTimeZone(context: Context, person: Person, told: string): Promise<boolean> {
  const timeZone = parseTimeZone(told);
  const plan = await findPlan(context, null);
  if (timeZone === undefined || !plan.ok) return false;
  const { settings } = await context.store.loadArrangements(plan.value.id);
  if ((settings.get(person.key) ?? NO_SETTINGS).slackTimeZone === timeZone) return false;
  await context.store.rememberTimeZone(person.key, timeZone);
  return true;
}
