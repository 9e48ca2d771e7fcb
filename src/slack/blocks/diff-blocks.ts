/** `/arti diff`: what the re-modulated plan says otherwise than the approved one, and why. */
import type { KnownBlock } from '@slack/types';
import type { BaselineDiff, FieldDiff, GoalDiff, PhaseDiff } from '../../domain/baseline-diff.ts';
import type { Plan, Target, Wording } from '../../domain/plan.ts';
import { formatBps, formatDay, formatNumber } from '../../messages/format.ts';
import { clip, context, escapeText, fitted, header, type MessageContent, message, section } from './parts.ts';
import type { Voice } from './voice.ts';

/** Of a wording or a motivation in a list. */
const TEXT_LIMIT = 400;

export function diffMessage(
  { plan, diff }: { readonly plan: Plan; readonly diff: BaselineDiff },
  code: string | null,
  voice: Voice,
): MessageContent {
  const { t, language } = voice;
  const { before, after, goals, weightBps } = diff;
  const title = t.diffTitle(before.number, after.number);
  const acts = t.diffActs(
    `${before.act} (${formatDay(before.adoptedOn)})`,
    `${after.act} (${formatDay(after.adoptedOn)})`,
  );
  const conserved = t.diffWeights(
    formatBps(weightBps.before, language),
    formatBps(weightBps.after, language),
  );
  const rows = goals.flatMap((goal) => goalBlocks(goal, plan, voice));
  return message(
    goals.length === 0 ? t.diffNothing(code) : `${title}: ${goals.map(({ goal }) => goal).join(', ')}`,
    fitted(
      [header(title), context(escapeText(acts))],
      rows.length === 0 ? [section(t.diffNothing(code))] : rows,
      code === null ? [context(conserved)] : [],
      t.cutDiff,
    ),
  );
}

function goalBlocks(diff: GoalDiff, plan: Plan, voice: Voice): readonly KnownBlock[] {
  const { t } = voice;
  const head = `*${diff.goal}* ${escapeText(clip(diff.title, TEXT_LIMIT))} — *${t.diffPresence[diff.presence]}*`;
  const reasons = diff.changes.map(({ into, motivation, baseline }) => {
    const merged = into === null ? '' : ` ${t.diffInto(into)}`;
    return `${t.diffMotivation(baseline)}${merged} _${escapeText(clip(motivation, 1200))}_`;
  });
  const lines = diff.presence === 'CHANGED' ? diff.fields.map((field) => fieldText(field, plan, voice)) : [];
  const weight = diff.fields.find((field) => field.field === 'WEIGHT');
  const weightLine = diff.presence !== 'CHANGED' && weight ? [fieldText(weight, plan, voice)] : [];
  return [
    section([head, ...weightLine, ...lines, ...reasons].join('\n')),
    ...diff.phases.map((phase) => section(phaseText(phase, plan, voice))),
  ];
}

function phaseText({ phase, presence, fields }: PhaseDiff, plan: Plan, voice: Voice): string {
  const { t } = voice;
  const head = `*${phase}* — ${t.diffPresence[presence]}`;
  return [head, ...fields.map((field) => fieldText(field, plan, voice))].join('\n');
}

/** `• Peso: ~15,00 %~ → *12,00 %*` */
function fieldText(diff: FieldDiff, plan: Plan, voice: Voice): string {
  const { t } = voice;
  const [before, after] = sides(diff, plan, voice);
  const name = diff.field === 'TARGET' ? t.diffTarget(diff.fromYear, diff.toYear) : t.diffFields[diff.field];
  return `• ${name}: ${before === null ? t.diffNone : `~${before}~`} → ${after === null ? t.diffNone : `*${after}*`}`;
}

function sides(diff: FieldDiff, plan: Plan, voice: Voice): readonly [string | null, string | null] {
  const both = <T>({ before, after }: { before: T | null; after: T | null }, text: (value: T) => string) =>
    [before === null ? null : text(before), after === null ? null : text(after)] as const;
  switch (diff.field) {
    case 'WEIGHT':
      return both(diff, (bps) => formatBps(bps, voice.language));
    case 'START':
    case 'END':
    case 'DEADLINE':
      return both(diff, formatDay);
    case 'STRUCTURES':
      return both(diff, (codes) =>
        escapeText(
          codes.map((code) => plan.structures.find((each) => each.code === code)?.name ?? code).join(', '),
        ),
      );
    case 'TARGET':
      return both(diff, (target) => targetText(target, voice));
    case 'UNITS':
      return both(diff, ({ target, name }) => `${formatNumber(target, voice.language)} ${escapeText(name)}`);
    default:
      return both(diff, (wording) => wordingOf(wording, voice));
  }
}

function targetText({ operator, value, reference }: Target, { t, language }: Voice): string {
  const sign = operator === 'GTE' ? '≥' : '≤';
  return value === null
    ? `${sign} ${escapeText(clip(reference ?? t.noFigure, TEXT_LIMIT))}`
    : `${sign} ${formatNumber(value, language)}`;
}

/** Of a wording that the source does not repeat, why it is not known. */
const wordingOf = (wording: Wording, { t }: Voice): string =>
  'text' in wording
    ? escapeText(clip(wording.text, TEXT_LIMIT))
    : t.diffUnknown(escapeText(clip(wording.unknown, TEXT_LIMIT)));
