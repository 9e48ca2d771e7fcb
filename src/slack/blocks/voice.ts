/** How the bot speaks: one language, its catalogue, and figures put into its words. */
import type { Figure } from '../../domain/figure.ts';
import { variancesOf } from '../../domain/figure.ts';
import type { HealthStatement } from '../../domain/health.ts';
import type { Said } from '../../domain/notice.ts';
import type { Ratio } from '../../domain/ratio.ts';
import { readRatio } from '../../domain/ratio.ts';
import { formatBps, formatNumber, formatPoints, formatShare } from '../../messages/format.ts';
import { HEALTH_MARKS, healthReasonText, healthText, notComputableText } from '../../messages/health.ts';
import type { Language } from '../../messages/language.ts';
import { type SlackMessages, slackMessages } from '../../messages/slack.ts';
import { escapeText } from './parts.ts';

export type Voice = { readonly language: Language; readonly t: SlackMessages };

export const voiceOf = (language: Language): Voice => ({ language, t: slackMessages(language) });

export const shareText = (share: Ratio | null, { language, t }: Voice): string =>
  share === null ? t.noFigure : formatShare(share, language);

/** A share kept as `n/d`. */
export const printedShare = (share: string | null, voice: Voice): string =>
  shareText(share === null ? null : readRatio(share), voice);

/** The figure, or why there is none. */
export const progressText = (figure: Figure, voice: Voice): string =>
  figure.share === null && figure.because !== null
    ? notComputableText(figure.because, voice.language)
    : shareText(figure.share, voice);

export function varianceText(figure: Figure, { language, t }: Voice): string {
  const variances = variancesOf(figure);
  if (variances === null) return t.noFigure;
  return t.varianceOf(formatPoints(variances.byDeadline, language), formatPoints(variances.linear, language));
}

export function coverageText(figure: Figure, voice: Voice): string {
  const coverage = shareText(figure.coverage, voice);
  const complete = figure.coverage === null || figure.coverage.n === figure.coverage.d;
  return complete || figure.atMost === null
    ? coverage
    : `${coverage} (${voice.t.atMost(shareText(figure.atMost, voice))})`;
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

export function saidText(said: Said, { language, t }: Voice): string {
  switch (said.kind) {
    case 'PERCENT':
      return formatBps(said.percentBps, language);
    case 'UNITS':
      return t.units(
        formatNumber(said.units, language),
        formatNumber(said.target, language),
        escapeText(said.unit),
      );
    case 'BLOCKED':
      return [
        said.percentBps === null ? null : formatBps(said.percentBps, language),
        said.units === null ? null : formatNumber(said.units, language),
        t.blocked(escapeText(said.because)),
      ]
        .filter((part) => part !== null)
        .join(', ');
    case 'RATIO':
      return `${formatNumber(said.numerator, language)}/${formatNumber(said.denominator, language)}`;
    case 'VALUE':
      return `${formatNumber(said.value, language)} ${escapeText(said.unit)}`;
  }
}
