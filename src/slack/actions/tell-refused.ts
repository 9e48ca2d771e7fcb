import type { RefusedLine } from '../../domain/notice.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { refusalText } from '../../messages/refusals.ts';
import type { Environment } from '../environment.ts';
import { tellPresser } from '../tell-presser.ts';
import type { Press } from './press.ts';

/** Tells who pressed why nothing was recorded. */
export const tellRefused = (environment: Environment, press: Press, refusal: Refusal): Promise<void> =>
  tellRefusedLines(environment, press, [{ line: '', refusal }]);

/** The same of several lines; each is named where it has a name. */
export function tellRefusedLines(
  environment: Environment,
  press: Press,
  lines: readonly RefusedLine[],
): Promise<void> {
  const { language, t } = environment.voice;
  const texts = lines.map(({ line, refusal }) => t.refusedLine(line, refusalText(refusal, language)));
  return tellPresser(environment, press, [...texts, t.nothingRecorded].join(' '));
}
