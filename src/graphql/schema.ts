import { builder } from './builder.ts';
import './scalars.ts';
import './types/plan.ts';
import './types/goal.ts';
import './types/phase.ts';
import './types/structure.ts';
import './types/report-status.ts';
import './types/record-measurement.ts';

export const schema = builder.toSchema();
