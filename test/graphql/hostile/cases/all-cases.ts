import type { HostileCase } from '../hostile-case.ts';
import { ACCESS_CASES } from './access-cases.ts';
import { BODY_CASES } from './body-cases.ts';
import { COST_CASES } from './cost-cases.ts';
import { HTTP_CASES } from './http-cases.ts';
import { INPUT_CASES } from './input-cases.ts';
import { PROTOTYPE_CASES } from './prototype-cases.ts';
import { RAW_CASES } from './raw-cases.ts';
import { ROWS_CASES } from './rows-cases.ts';
import { SIZE_CASES } from './size-cases.ts';

export const HOSTILE_CASES: readonly HostileCase[] = [
  ...SIZE_CASES,
  ...COST_CASES,
  ...INPUT_CASES,
  ...PROTOTYPE_CASES,
  ...BODY_CASES,
  ...HTTP_CASES,
  ...ACCESS_CASES,
  ...ROWS_CASES,
  ...RAW_CASES,
];
