/** The comparison as one flat table, for who copies it: a line for each field of each goal and phase. */
import { texts } from '../../../messages/dashboard.ts';
import { changesTexts } from '../../../messages/dashboard-changes.ts';
import type { Language } from '../../../messages/language.ts';
import type { ComparedGoal, ComparedRow, Side } from './changes-compare.ts';
import type { Column } from './data-table.tsx';

export type ChangesLine = {
  /** Of the goal or the phase. */
  readonly code: string;
  readonly title: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly motivation: string;
};

export function changesLines(goals: readonly ComparedGoal[], language: Language): readonly ChangesLine[] {
  const t = changesTexts(language);
  return goals.flatMap((goal) => {
    const motivation = goal.changes.map(({ act, change }) => `${act}: ${change.motivation}`).join('\n');
    const line = (code: string, title: string, row: ComparedRow): ChangesLine => ({
      code,
      title,
      what: row.years
        ? `${t.fields[row.field]} ${t.years(row.years.from, row.years.to)}`
        : t.fields[row.field],
      before: sideText(row.before, t.notBefore, t.unknown),
      after: sideText(row.after, t.notAfter, t.unknown),
      motivation,
    });
    const lines = [
      ...goal.rows.map((row) => line(goal.code, goal.title, row)),
      ...goal.phases.flatMap((phase) =>
        phase.rows.map((row) => line(phase.code, phase.description ?? t.unknown, row)),
      ),
    ];
    // A goal with a motivation alone has a line too.
    if (lines.length > 0) return lines;
    return [{ code: goal.code, title: goal.title, what: '', before: '', after: '', motivation }];
  });
}

const sideText = (side: Side | null, absent: string, unknown: string): string =>
  side === null ? absent : side.unknownBecause === null ? side.text : unknown;

export function lineColumns(language: Language): readonly Column<ChangesLine>[] {
  const t = changesTexts(language);
  const { goal } = texts(language);
  const labels: readonly (readonly [keyof ChangesLine, string])[] = [
    ['code', goal],
    ['title', t.fields.TITLE],
    ['what', t.item],
    ['before', t.before],
    ['after', t.after],
    ['motivation', t.change],
  ];
  return labels.map(([key, label]) => ({
    key,
    label,
    cell: (line) => line[key],
    value: (line) => line[key],
  }));
}
