/** What was asked and not answered yet, structure by structure: names only for those who may read them. */
import { type Actor, mayReadRowsOf } from '../domain/actor.ts';
import type { ItemCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import { mayName } from '../domain/may-name.ts';
import { type MissingAnswer, missingAnswers, type Silence } from '../domain/missing.ts';
import { planItems } from '../domain/plan-items.ts';
import { accepted, type Result } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { findUnanswered, structuresIn } from './find-unanswered.ts';
import { loadResponsibilities } from './load-responsibilities.ts';
import { resolveStructure } from './read-structure.ts';
import { type PlanItemView, planItemView } from './views/plan-item-view.ts';
import { type StructureReference, structureReferences } from './views/reference-view.ts';

export type MissingAnswerView = {
  readonly person: string;
  readonly silence: Silence;
  readonly askedOn: IsoDate;
  readonly closesOn: IsoDate;
  readonly skippedBecause: string | null;
  readonly items: readonly PlanItemView[];
};

export type UnansweredInStructure = {
  readonly structure: StructureReference;
  /** How many people have not answered. */
  readonly people: number;
  readonly items: readonly PlanItemView[];
  /** Null where the actor may not be told who. */
  readonly answers: readonly MissingAnswerView[] | null;
};

export type UnansweredView = {
  readonly everAsked: boolean;
  readonly structures: readonly UnansweredInStructure[];
};

/**
 * Of today, and of the structures whose rows the actor may read. Refused: NO_PLAN, UNKNOWN_STRUCTURE.
 * @param given code, name or alias of the only structure to look at
 */
export async function readUnanswered(
  context: Context,
  actor: Actor,
  given: string | null,
): Promise<Result<UnansweredView>> {
  const loaded = await loadResponsibilities(context);
  if (!loaded.ok) return loaded;
  const { figures, people, arrangements } = loaded.value;
  const { plan } = figures;
  const only = given === null ? null : resolveStructure(plan, given);
  if (only?.ok === false) return only;
  const structures = plan.structures
    .map(({ code }) => code)
    .filter((code) => (only === null || code === only.value.code) && mayReadRowsOf(actor, [code]));
  const { unanswered, everAsked } = await findUnanswered(context, loaded.value);
  const missing = missingAnswers(structures, {
    unanswered,
    people,
    arrangements,
    structuresOf: structuresIn(figures),
    today: figures.day,
  });
  const all = planItems(figures);
  const viewsOf = (codes: readonly ItemCode[]) =>
    all.filter(({ code }) => codes.includes(code)).map((item) => planItemView(figures, item));
  const answerView = ({ person, checkIn, items, silence }: MissingAnswer): MissingAnswerView => ({
    person: person.name,
    silence,
    askedOn: checkIn.openedOn,
    closesOn: checkIn.closesOn,
    skippedBecause: checkIn.skipped?.because ?? null,
    items: viewsOf(items),
  });
  return accepted({
    everAsked,
    structures: missing.flatMap(({ structure, answers }) =>
      structureReferences(plan, [structure]).map((reference) => ({
        structure: reference,
        people: new Set(answers.map(({ person }) => person.key)).size,
        items: viewsOf(answers.flatMap(({ items }) => items)),
        answers: mayName(actor, [structure]) ? answers.map(answerView) : null,
      })),
    ),
  });
}
