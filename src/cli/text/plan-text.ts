import type { AreaFigures, GroupFigures, PlanFigures } from '../../domain/plan-figures.ts';
import { shareText } from '../../messages/figure-text.ts';
import { formatBps, formatDecimals } from '../../messages/format.ts';
import { healthText } from '../../messages/health.ts';
import { blocks, type Column, rows, table, wrap } from './layout.ts';
import { asOfText, figureRows, type Voice } from './wording.ts';

export function planText(figures: PlanFigures, voice: Voice): string {
  const { t, language } = voice;
  const { plan, whole } = figures;
  const held = formatDecimals(whole.heldPoints, language);
  return blocks(
    [wrap(plan.title), wrap(asOfText(figures, voice))].join('\n'),
    rows([
      [t.weight, `${pointsText(whole, voice)} (${t.inDocument(held)})`],
      ...figureRows(whole.figure, null, t.progressWeighted, voice),
    ]),
    ...figures.areas.filter(({ goals }) => goals.length > 0).map((area) => areaText(area, voice)),
    [
      t.structures,
      table(
        columnsOf(voice, '', false),
        figures.structures.map(({ structure, figure }) => [
          structure.code,
          structure.name,
          '',
          shareText(figure.share, voice),
          shareText(figure.coverage, voice),
          figure.health ? healthText(figure.health.health, language) : t.healthUnknown,
        ]),
      ),
    ].join('\n'),
    wrap(t.sharedPhases),
  );
}

function areaText(area: AreaFigures, voice: Voice): string {
  const { t, language } = voice;
  const lines = area.goals.map(({ goal, figure }) => [
    goal.code,
    goal.title,
    formatBps(goal.weightBps, language),
    shareText(figure.share, voice),
    shareText(figure.coverage, voice),
    figure.health ? healthText(figure.health.health, language) : t.healthUnknown,
  ]);
  return [
    wrap(t.area(area.area.code, area.area.title)),
    wrap(`${t.progressOf(shareText(area.figure.share, voice))} · ${pointsText(area, voice)}`),
    table(columnsOf(voice, t.goalShort, true), lines),
  ].join('\n');
}

/** Together 80 columns. */
const columnsOf = ({ t }: Voice, subject: string, weighted: boolean): readonly Column[] => [
  { title: '', width: weighted ? 5 : 9, align: 'LEFT' },
  { title: subject, width: weighted ? 23 : 28, align: 'LEFT' },
  { title: weighted ? t.weight : '', width: weighted ? 8 : 0, align: 'RIGHT' },
  { title: t.progressShort, width: 8, align: 'RIGHT' },
  { title: t.coverageShort, width: 8, align: 'RIGHT' },
  { title: t.health, width: 21, align: 'LEFT' },
];

const pointsText = ({ points, ofPoints }: GroupFigures, { t, language }: Voice): string =>
  t.points(formatDecimals(points, language), formatDecimals(ofPoints, language));
