import type { PlanFigures, StructureFigures } from '../../domain/plan-figures.ts';
import { goalLines } from './goal-text.ts';
import { blocks, rows, wrap } from './layout.ts';
import { phaseLines } from './phase-text.ts';
import { asOfText, figureRows, type Voice } from './wording.ts';

export function structureText(each: StructureFigures, figures: PlanFigures, voice: Voice): string {
  const { structure, figure, phases, goals } = each;
  const { t } = voice;
  const head = [wrap(`${structure.code} · ${structure.name}`), wrap(asOfText(figures, voice))].join('\n');
  if (phases.length + goals.length === 0) return blocks(head, wrap(t.structureNothing));
  const listed = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : [title, ...lines].join('\n\n');
  return blocks(
    head,
    rows(figureRows(figure, null, t.progressWeighted, voice)),
    listed(
      t.phases,
      phases.map((phase) => phaseLines(phase, figures, voice)),
    ),
    listed(
      t.goals,
      goals.map((goal) => goalLines(goal, voice)),
    ),
    wrap(t.sharedPhases),
  );
}
