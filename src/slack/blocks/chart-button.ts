import type { ActionsBlock } from '@slack/types';
import { z } from 'zod';
import { baselineInForce } from '../../domain/plan.ts';
import type { PlanFigures } from '../../domain/plan-figures.ts';
import type { Voice } from './voice.ts';

/** `action_id` of the button under a status that shows the course of its year. */
export const CHART_ACTION = 'show_chart';

const asked = z.object({ subject: z.string().nullable(), asOf: z.string(), baseline: z.number().nullable() });

/** What the chart is of: as the status under which the button stands. */
export type AskedChart = z.infer<typeof asked>;

export const readAskedChart = (value: string): AskedChart => asked.parse(JSON.parse(value));

/** @param subject code of an area, a goal, a phase or a structure; null is the plan */
export function chartButton(
  subject: string | null,
  { plan, day, baseline }: PlanFigures,
  { t }: Voice,
): ActionsBlock {
  // Only a baseline that was asked for: else each day of the chart has the one in force on it.
  const own = baselineInForce(plan, day).number === baseline.number ? null : baseline.number;
  const value: AskedChart = { subject, asOf: day, baseline: own };
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: CHART_ACTION,
        text: { type: 'plain_text', text: t.chartButton },
        value: JSON.stringify(value),
      },
    ],
  };
}
