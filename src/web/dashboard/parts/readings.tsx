import type { ComponentChildren } from 'preact';
import { texts } from '../../../messages/dashboard.ts';
import { language } from '../page-state.ts';

type ReadingsProps = { readonly byDeadline: ComponentChildren; readonly linear: ComponentChildren };

/** What is planned has two readings, both shown (domain rule 8). */
export function Readings({ byDeadline, linear }: ReadingsProps) {
  const t = texts(language.value);
  return (
    <span class="readings">
      <span>
        {byDeadline} <small>{t.byDeadline}</small>
      </span>
      <span>
        {linear} <small>{t.linear}</small>
      </span>
    </span>
  );
}
