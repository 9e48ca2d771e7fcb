import { goalTexts } from '../../../messages/dashboard-goal.ts';
import { address, addressOf, language } from '../page-state.ts';
import type { FieldDiff, GoalDiff } from './goal-schedule.ts';
import { Link } from './link.tsx';

/** What the acts did to the goal, and why. */
export function GoalChanges({ diff }: { readonly diff: GoalDiff }) {
  const g = goalTexts(language.value);
  const isWhole = diff.presence === 'CHANGED';
  return (
    <div class="callout goal-changes">
      {diff.changes.map(({ baseline, act, change: { kind, into, motivation } }) => (
        <div key={baseline}>
          <p class="goal-change">
            <strong>{g.changes[kind](act)}</strong>
            {into !== null && (
              <>
                {' '}
                {g.mergedInto} {/* It is read in the baseline that made it one. */}
                <Link
                  to={addressOf({ name: 'GOAL', code: into }, { ...address.value.filters, baseline: null })}
                >
                  {into}
                </Link>
                .
              </>
            )}
          </p>
          <Motivation text={motivation} />
        </div>
      ))}
      {isWhole && diff.fields.length > 0 && <FieldList fields={diff.fields} />}
    </div>
  );
}

/** In the act’s words, which are long: opened by who wants them. */
export function Motivation({ text }: { readonly text: string }) {
  return (
    <details class="goal-motivation">
      <summary>{goalTexts(language.value).motivation}</summary>
      <p lang="it">{text}</p>
    </details>
  );
}

/** Each value as it was, and as it is: in words too, so that it is heard as it is seen. */
export function FieldList({ fields }: { readonly fields: readonly FieldDiff[] }) {
  const g = goalTexts(language.value);
  return (
    <ul class="goal-fields">
      {fields.map(({ field, fromYear, toYear, old, new: now }) => (
        <li key={`${field} ${fromYear}`}>
          {g.fields[field]}
          {fromYear !== null && toYear !== null && ` ${g.targetFor(fromYear, toYear)}`}: {g.before}{' '}
          <del>{old?.text ?? g.nothing}</del>, {g.after} <ins>{now?.text ?? g.nothing}</ins>
        </li>
      ))}
    </ul>
  );
}
