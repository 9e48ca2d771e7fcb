/** How the bot speaks: one language, its catalogue, and figures put into its words. */
import type { Figure } from '../../domain/figure.ts';
import { variancesOf } from '../../domain/figure.ts';
import type { HealthStatement } from '../../domain/health.ts';
import type { Said } from '../../domain/notice.ts';
import { saidText as plainSaidText } from '../../messages/figure-text.ts';
import { formatPoints } from '../../messages/format.ts';
import { HEALTH_MARKS, healthReasonText, healthText } from '../../messages/health.ts';
import type { Language } from '../../messages/language.ts';
import { type SlackMessages, slackMessages } from '../../messages/slack.ts';
import { escapeText } from './parts.ts';

export { coverageText, progressText, shareText } from '../../messages/figure-text.ts';

export type Voice = { readonly language: Language; readonly t: SlackMessages };

export const voiceOf = (language: Language): Voice => ({ language, t: slackMessages(language) });

export function varianceText(figure: Figure, { language, t }: Voice): string {
  const variances = variancesOf(figure);
  if (variances === null) return t.noFigure;
  return t.varianceOf(formatPoints(variances.byDeadline, language), formatPoints(variances.linear, language));
}

/** Mark, word, why; and which part says so when it is not the thing itself. */
export function healthLine(
  health: HealthStatement | null,
  own: string | null,
  { language, t }: Voice,
): string {
  if (health === null) return t.healthUnknown;
  const part = health.part === own ? '' : ` ${t.worstPart(health.part)}`;
  const reason = escapeText(healthReasonText(health, language));
  return `${HEALTH_MARKS[health.health]} ${healthText(health.health, language)}${part}: ${reason}`;
}

export const saidText = (said: Said, voice: Voice): string => plainSaidText(said, voice, escapeText);
