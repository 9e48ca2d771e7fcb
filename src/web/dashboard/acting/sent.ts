/** The results of the API's mutations, as a form needs them. */
import type { GoalNow, Sent } from './use-form.ts';

type Refused = {
  readonly __typename: 'RefusedResult';
  readonly messageIt: string;
  readonly messageEn: string;
  readonly field: string | null;
};

type Recorded<Name extends string> = {
  readonly __typename: Name;
  readonly duplicate: boolean;
  readonly goal: GoalNow;
};

export function sentAs<Name extends string>(result: Refused | Recorded<Name>): Sent {
  if (isRefused(result)) {
    return { ok: false, field: result.field, message: { it: result.messageIt, en: result.messageEn } };
  }
  return { ok: true, duplicate: result.duplicate, goal: result.goal };
}

const isRefused = (result: Refused | { readonly __typename: string }): result is Refused =>
  result.__typename === 'RefusedResult';
