import { changesTexts } from '../../../messages/dashboard-changes.ts';
import { addressOf, language } from '../page-state.ts';
import type { ComparedField, ComparedGoal, ComparedPhase, ComparedRow, Side } from './changes-compare.ts';
import { Link } from './link.tsx';

/** Where a goal's changes stand on the page. */
export const changesAnchor = (code: string): string => `goal-${code}`;

/** What an act did to a goal, in words: where its content went says more than that it is gone. */
export function changeText({ presence, changes }: ComparedGoal): string {
  const t = changesTexts(language.value);
  const into = changes.find(({ change }) => change.kind === 'MERGE')?.change.into;
  return presence === 'REMOVED' && into ? t.mergedInto(into) : t.goal[presence];
}

/** Read beside the word, so that none needs its colour. */
const MARKS = { CHANGED: '≠', INSERTED: '+', REMOVED: '−', SAME: '=' } as const;

export function ChangeMark({ goal }: { readonly goal: ComparedGoal }) {
  return (
    <span class={`changes-mark changes-${goal.presence.toLowerCase()}`}>
      <span aria-hidden="true">{MARKS[goal.presence]}</span> {changeText(goal)}
    </span>
  );
}

/** One goal: why it changed, and each thing that did, as it stood and as it stands. */
export function ChangesGoal({ goal }: { readonly goal: ComparedGoal }) {
  const t = changesTexts(language.value);
  const { code, title, presence, changes, rows, phases } = goal;
  const heading = `${changesAnchor(code)}-heading`;
  const isEmpty = rows.length + phases.length === 0;
  return (
    <article class="changes-goal" id={changesAnchor(code)} aria-labelledby={heading}>
      <h2 id={heading}>
        {presence === 'REMOVED' ? (
          <span lang="it">
            {code} {title}
          </span>
        ) : (
          <Link to={addressOf({ name: 'GOAL', code })} lang="it">
            {code} {title}
          </Link>
        )}
      </h2>
      <p>
        <ChangeMark goal={goal} />
      </p>
      {changes.map(({ baseline, act, change }) => (
        <div key={baseline} class="changes-motivation">
          <h3>{t.motivation(act)}</h3>
          <blockquote lang="it">{change.motivation}</blockquote>
        </div>
      ))}
      {isEmpty ? (
        presence !== 'SAME' && <p class="changes-note">{t.motivationOnly}</p>
      ) : (
        <table class="changes-table">
          <caption class="visually-hidden">{t.of(`${code} ${title}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t.item}</th>
              <th scope="col">{t.before}</th>
              <th scope="col">{t.after}</th>
            </tr>
          </thead>
          {rows.length > 0 && (
            <tbody>
              {rows.map((row) => (
                <Row key={rowKey(row)} row={row} />
              ))}
            </tbody>
          )}
          {phases.map((phase) => (
            <Phase key={phase.code} phase={phase} />
          ))}
        </table>
      )}
    </article>
  );
}

const rowKey = ({ field, years }: ComparedRow): string => `${field} ${years?.from ?? ''}`;

function fieldText({ field, years }: ComparedRow): string {
  const t = changesTexts(language.value);
  return years === null ? t.fields[field] : `${t.fields[field]} ${t.years(years.from, years.to)}`;
}

function Phase({ phase }: { readonly phase: ComparedPhase }) {
  const t = changesTexts(language.value);
  const { code, number, presence, description, rows } = phase;
  const isWhole = presence === 'INSERTED' || presence === 'REMOVED';
  return (
    <tbody class="changes-phase">
      <tr class="changes-phase-head">
        <th colSpan={3} scope="rowgroup">
          <span class="changes-phase-name">
            {t.phaseNumber(number)} <span class="changes-code">({code})</span>
          </span>{' '}
          <span class={`changes-mark changes-${presence.toLowerCase()}`}>
            <span aria-hidden="true">{MARKS[presence]}</span> {t.phase[presence]}
          </span>
          {!isWhole && description !== null && !rows.some(({ field }) => field === 'DESCRIPTION') && (
            <span class="changes-phase-text" lang="it">
              {description}
            </span>
          )}
        </th>
      </tr>
      {isWhole ? <WholePhase phase={phase} /> : rows.map((row) => <Row key={rowKey(row)} row={row} />)}
    </tbody>
  );
}

/** What takes a line of its own; days and weights stand side by side. */
const LONG: ReadonlySet<ComparedField> = new Set(['DESCRIPTION', 'OUTPUT', 'STRUCTURES', 'UNITS']);

/** Of a phase that came or went all fields stand on one side, together. */
function WholePhase({ phase: { presence, rows } }: { readonly phase: ComparedPhase }) {
  const t = changesTexts(language.value);
  const isNew = presence === 'INSERTED';
  const fields = (
    <dl class="changes-fields">
      {rows.map((row) => (
        <div key={rowKey(row)} class={LONG.has(row.field) ? 'changes-field-long' : undefined}>
          <dt>{fieldText(row)}</dt>
          <dd>
            <Value side={isNew ? row.after : row.before} as={isNew ? 'ins' : 'del'} />
          </dd>
        </div>
      ))}
    </dl>
  );
  const nothing = <span class="changes-nothing">{isNew ? t.phaseNotBefore : t.phaseNotAfter}</span>;
  return (
    <tr>
      <th scope="row">{t.wholePhase}</th>
      <td>
        <SideLabel text={t.before} />
        {isNew ? nothing : fields}
      </td>
      <td>
        <SideLabel text={t.after} />
        {isNew ? fields : nothing}
      </td>
    </tr>
  );
}

function Row({ row }: { readonly row: ComparedRow }) {
  const t = changesTexts(language.value);
  const { isChanged, before, after } = row;
  return (
    <tr class={isChanged ? undefined : 'changes-same-row'}>
      <th scope="row">{fieldText(row)}</th>
      {isChanged ? (
        <>
          <td>
            <SideLabel text={t.before} />
            {before === null ? (
              <span class="changes-nothing">{t.notBefore}</span>
            ) : (
              <Value side={before} as="del" />
            )}
          </td>
          <td>
            <SideLabel text={t.after} />
            {after === null ? (
              <span class="changes-nothing">{t.notAfter}</span>
            ) : (
              <Value side={after} as="ins" />
            )}
          </td>
        </>
      ) : (
        <td colSpan={2} class="changes-same-cell">
          <Value side={after ?? before} as="span" /> <span class="changes-unchanged">({t.unchanged})</span>
        </td>
      )}
    </tr>
  );
}

/** Whose value it is, in the cell itself: where the columns stand one above the other, and for who hears one cell. */
const SideLabel = ({ text }: { readonly text: string }) => <span class="changes-side">{text}: </span>;

function Value({ side, as: Element }: { readonly side: Side | null; readonly as: 'del' | 'ins' | 'span' }) {
  const t = changesTexts(language.value);
  if (side === null) return null;
  const { text, isItalian, unknownBecause } = side;
  if (unknownBecause !== null) {
    return (
      <>
        <span class="changes-nothing">{t.unknown}</span>
        <small class="changes-because" lang="it">
          {unknownBecause}
        </small>
      </>
    );
  }
  return <Element lang={isItalian ? 'it' : undefined}>{text}</Element>;
}
