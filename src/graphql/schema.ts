import { builder } from './builder.ts';
import './scalars.ts';
import './types/plan.ts';
import './types/goal.ts';
import './types/phase.ts';
import './types/structure.ts';
import './types/report-status.ts';
import './types/record-measurement.ts';
import './types/outbox.ts';
import './types/schedule.ts';
import './types/summary.ts';

export const schema = builder.toSchema();
