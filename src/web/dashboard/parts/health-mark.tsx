import type { Health } from '../../../domain/health.ts';
import { texts } from '../../../messages/dashboard.ts';
import { healthText } from '../../../messages/health.ts';
import { language } from '../page-state.ts';

/** Shapes that differ without their colours too; drawn as text, so that they print. */
const MARKS: Readonly<Record<Health | 'NONE', string>> = {
  COMPLETED: '✓',
  ON_TRACK: '●',
  NOT_DUE: '○',
  STALE: '◌',
  AT_RISK: '▲',
  OVERDUE: '!',
  BLOCKED: '■',
  NONE: '?',
};

export const healthClass = (health: Health | null): string =>
  `health-${(health ?? 'none').toLowerCase().replace('_', '-')}`;

export const healthMark = (health: Health | null): string => MARKS[health ?? 'NONE'];

export const healthWord = (health: Health | null): string =>
  health === null ? texts(language.value).noHealth : healthText(health, language.value);

/** The mark beside its word. */
export function HealthMark({ health }: { readonly health: Health | null }) {
  return (
    <span class={`health ${healthClass(health)}`}>
      <span class="health-mark" aria-hidden="true">
        {healthMark(health)}
      </span>{' '}
      {healthWord(health)}
    </span>
  );
}
