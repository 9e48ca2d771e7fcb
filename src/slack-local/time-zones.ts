/** Time zones as Slack's user objects tell them, beside the IANA name. */

/** Seconds east of Greenwich at that moment: 7200 in Rome in summer. */
export function offsetSeconds(zone: string, at: Date): number {
  const name = part(zone, at, 'longOffset');
  const match = /^GMT([+-])(\d{2}):(\d{2})$/.exec(name);
  if (!match) return 0;
  const [, sign, hours, minutes] = match;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** `Central European Summer Time`; in English whatever the workspace's language, as Slack has it. */
export function zoneLabel(zone: string, at: Date): string {
  return part(zone, at, 'long');
}

function part(zone: string, at: Date, timeZoneName: 'long' | 'longOffset'): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
