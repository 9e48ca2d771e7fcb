/** Figures, and what was said of them, as text: the same on Slack and in the terminal, in each one's words. */
import type { Figure } from '../domain/figure.ts';
import type { Said } from '../domain/notice.ts';
import type { Ratio } from '../domain/ratio.ts';
import { formatBps, formatNumber, formatShare } from './format.ts';
import { notComputableText } from './health.ts';
import type { Language } from './language.ts';

/** A language, and the words that every catalogue has for figures. */
export type FigureVoice = {
  readonly language: Language;
  readonly t: {
    readonly noFigure: string;
    readonly atMost: (share: string) => string;
    readonly units: (units: string, target: string, unit: string) => string;
    readonly blocked: (because: string) => string;
  };
};

export const shareText = (share: Ratio | null, { language, t }: FigureVoice): string =>
  share === null ? t.noFigure : formatShare(share, language);

/** The figure, or why there is none. */
export const progressText = (figure: Figure, voice: FigureVoice): string =>
  figure.share === null && figure.because !== null
    ? notComputableText(figure.because, voice.language)
    : shareText(figure.share, voice);

/** With the most that the figure could be, where something was not reported. */
export function coverageText({ coverage, atMost }: Figure, voice: FigureVoice): string {
  const text = shareText(coverage, voice);
  const complete = coverage === null || coverage.n === coverage.d;
  return complete || atMost === null ? text : `${text} (${voice.t.atMost(shareText(atMost, voice))})`;
}

/** @param escaped makes what people and plans wrote safe where the text is shown */
export function saidText(
  said: Said,
  { language, t }: FigureVoice,
  escaped: (text: string) => string = (text) => text,
): string {
  switch (said.kind) {
    case 'PERCENT':
      return formatBps(said.percentBps, language);
    case 'UNITS':
      return t.units(
        formatNumber(said.units, language),
        formatNumber(said.target, language),
        escaped(said.unit),
      );
    case 'BLOCKED':
      return [
        ...(said.percentBps === null ? [] : [formatBps(said.percentBps, language)]),
        ...(said.units === null ? [] : [formatNumber(said.units, language)]),
        t.blocked(escaped(said.because)),
      ].join(', ');
    case 'RATIO':
      return `${formatNumber(said.numerator, language)}/${formatNumber(said.denominator, language)}`;
    case 'VALUE':
      return `${formatNumber(said.value, language)} ${escaped(said.unit)}`;
  }
}
