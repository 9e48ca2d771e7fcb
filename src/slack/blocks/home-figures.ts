/** The rows of the home tab that show figures, what is at risk, and who has not answered. */
import type { KnownBlock, SectionBlock } from '@slack/types';
import { type Actor, mayArrangeFor, mayReportOn } from '../../domain/actor.ts';
import type { Figure } from '../../domain/figure.ts';
import type { MissingAnswer } from '../../domain/missing.ts';
import type { PlanFigures, StructureFigures } from '../../domain/plan-figures.ts';
import type { ItemAtRisk } from '../../domain/plan-items.ts';
import { formatDay, formatDecimals } from '../../messages/format.ts';
import type { Home } from '../../services/read-home.ts';
import type { MissingView } from '../../services/read-missing.ts';
import {
  HOME_ALL_MISSING_ACTION,
  HOME_ALL_RISKS_ACTION,
  HOME_DETAILS_ACTION,
  HOME_MISSING_ACTION,
  homeButton,
  homeMenu,
  homeOption,
  missingChoice,
  WHOLE_PLAN,
} from './home-controls.ts';
import { itemHead, itemStanding } from './item-lines.ts';
import { withReportButton } from './item-list-blocks.ts';
import { clip, context, escapeText, header, section } from './parts.ts';
import { structureNames } from './status-lines.ts';
import { coverageText, healthLine, progressText, shareText, type Voice, varianceText } from './voice.ts';

const STRUCTURES_LIMIT = 5;
const RISKS_LIMIT = 5;
const MISSING_LIMIT = 6;

export function structureBlocks({ structures }: Home, voice: Voice): readonly KnownBlock[] {
  const { t } = voice;
  if (structures.length === 0) return [];
  const left = structures.length - STRUCTURES_LIMIT;
  return [
    header(t.homeStructures),
    ...structures.slice(0, STRUCTURES_LIMIT).map((each) => structureRow(each, voice)),
    ...(left > 0 ? [context(t.homeMoreStructures(left))] : []),
    context(t.sharedPhases),
  ];
}

function structureRow({ structure, figure, phases, goals }: StructureFigures, voice: Voice): SectionBlock {
  const { code, name } = structure;
  const empty = phases.length + goals.length === 0;
  const text = empty ? voice.t.structureNothing : figureText(figure, voice);
  return withDetails(`*${code} · ${escapeText(clip(name, 150))}*\n${text}`, code, voice);
}

export function planBlocks({ figures, risks }: Home, voice: Voice): readonly KnownBlock[] {
  const { t, language } = voice;
  if (risks === null) return [];
  const { whole } = figures;
  const points = t.points(formatDecimals(whole.points, language), formatDecimals(whole.ofPoints, language));
  const title = `*${escapeText(clip(figures.plan.title, 300))}* · ${points}`;
  return [header(t.homePlan), withDetails(`${title}\n${figureText(whole.figure, voice)}`, WHOLE_PLAN, voice)];
}

/** Progress, coverage, both readings of what was planned with the variance from each, and health. */
function figureText(figure: Figure, voice: Voice): string {
  const { t } = voice;
  const planned = (share: 'byDeadline' | 'linear') => shareText(figure.planned?.[share] ?? null, voice);
  return [
    `${t.progressWeighted} *${progressText(figure, voice)}* · ${t.coverage} ${coverageText(figure, voice)}`,
    `${t.plannedByDeadline} ${planned('byDeadline')} · ${t.plannedLinear} ${planned('linear')}`,
    `${t.variance} ${varianceText(figure, voice)}`,
    healthLine(figure.health, null, voice),
  ].join('\n');
}

const withDetails = (text: string, value: string, { t }: Voice): SectionBlock => ({
  ...section(text),
  accessory: homeButton(HOME_DETAILS_ACTION, t.homeDetails, { value, label: `${t.homeDetails} ${value}` }),
});

export function riskBlocks({ figures, risks, actor }: Home, voice: Voice): readonly KnownBlock[] {
  const { t } = voice;
  if (risks === null) return [];
  return [
    header(t.homeRisks),
    ...(risks.length === 0 ? [section(t.riskNothing)] : []),
    ...risks.slice(0, RISKS_LIMIT).map((risk) => riskRow(risk, figures, actor, voice)),
    ...(risks.length > RISKS_LIMIT
      ? [seeAll('risks', HOME_ALL_RISKS_ACTION, t.homeSeeAll(risks.length))]
      : []),
  ];
}

function riskRow({ item }: ItemAtRisk, figures: PlanFigures, actor: Actor, voice: Voice): SectionBlock {
  const where = structureNames(item.structures, figures);
  const text = `${itemHead(item)}\n${itemStanding(item, voice)} · ${where}`;
  return mayReportOn(actor, item.code, item.structures)
    ? withReportButton(section(text), item, voice)
    : withDetails(text, item.code, voice);
}

export function missingBlocks({ missing, actor }: Home, voice: Voice): readonly KnownBlock[] {
  const { t } = voice;
  if (missing === null) return [];
  const answers = missing.missing.flatMap((each) => each.answers);
  const people = new Set(answers.map(({ person }) => person.key)).size;
  const nothing = missing.everAsked ? t.missingNothing : t.missingNeverAsked;
  const left = answers.length > MISSING_LIMIT || missing.orphans.length > 0;
  return [
    header(t.homeMissing),
    section(people === 0 ? nothing : t.missingText(people)),
    ...answers.slice(0, MISSING_LIMIT).map((answer) => missingRow(answer, missing, actor, voice)),
    ...(left ? [seeAll('missing', HOME_ALL_MISSING_ACTION, t.homeMissingAll)] : []),
  ];
}

/** Items that a row names, and that its menu lets report on; a menu takes five options. */
const NAMED_LIMIT = 4;

function missingRow(
  { person, checkIn, items, silence }: MissingAnswer,
  { figures }: MissingView,
  actor: Actor,
  voice: Voice,
): SectionBlock {
  const { t } = voice;
  const why = t.silences[silence](formatDay(checkIn.openedOn));
  const named = items.slice(0, NAMED_LIMIT);
  const more = items.length > named.length ? ` ${t.more(items.length - named.length)}` : '';
  const row = section(`*${escapeText(person.name)}* — ${why}\n${named.join(', ')}${more}`);
  const options = [
    ...named
      .filter((item) => mayReportOn(actor, item, structuresOf(item, figures)))
      .map((item) => homeOption(t.homeMissingReport(item), missingChoice({ kind: 'REPORT', item }))),
    ...(mayArrangeFor(actor, person.structures)
      ? [homeOption(t.homeMissingAway, missingChoice({ kind: 'AWAY', person: person.key }))]
      : []),
  ];
  // Slack takes no menu of a single option.
  return options.length < 2 ? row : { ...row, accessory: homeMenu(HOME_MISSING_ACTION, options) };
}

const structuresOf = (item: string, { goals }: PlanFigures) =>
  goals.flatMap(({ goal, phases }) => {
    if (goal.code === item) return goal.structures;
    return phases.find(({ phase }) => phase.code === item)?.phase.structures ?? [];
  });

const seeAll = (id: string, actionId: string, text: string): KnownBlock => ({
  type: 'actions',
  block_id: `all:${id}`,
  elements: [homeButton(actionId, text)],
});
