import { useState } from 'preact/hooks';
import { actingTexts } from '../../../messages/dashboard-acting.ts';
import { AskFailed, type AskProblem, type Said } from '../data/ask.ts';
import { changes } from '../data/live.ts';
import { type Draft, dropDraft, keepDraft, readDraft, sending } from './draft.ts';
import type { NumberProblem, Parsed, Texts } from './fields.ts';

/** What became of a form that was sent. */
export type Sent =
  | { readonly ok: true; readonly duplicate: boolean; readonly goal: GoalNow }
  | { readonly ok: false; readonly field: string | null; readonly message: Said };

/** The goal as it stands with what was recorded. */
export type GoalNow = {
  readonly code: string;
  readonly progress: { readonly percent: number | null; readonly coverage: number | null };
};

export type FormState =
  | { readonly kind: 'WRITING' }
  | { readonly kind: 'SENDING' }
  | { readonly kind: 'RECORDED'; readonly duplicate: boolean; readonly goal: GoalNow }
  /** The field in the API's words; null where it is no single one. */
  | { readonly kind: 'REFUSED'; readonly field: string | null; readonly message: Said }
  | { readonly kind: 'FAILED'; readonly problem: AskProblem };

export type FormSpec<Fields> = {
  /** By which the draft is found again. */
  readonly id: string;
  /** What stands in the fields before anything is typed. */
  readonly initial: Texts;
  readonly parse: (texts: Texts) => Parsed<Fields>;
  readonly send: (fields: Fields, idempotencyKey: string) => Promise<Sent>;
};

export type Form = {
  readonly state: FormState;
  readonly texts: Texts;
  readonly isOpen: boolean;
  /** Whether something was typed that is not recorded. */
  readonly hasDraft: boolean;
  readonly type: (field: string, text: string) => void;
  readonly submit: () => void;
  readonly open: () => void;
  /** What was typed stays. */
  readonly close: () => void;
  readonly discard: () => void;
};

/** A form whose text outlives the page, the session and the network until it is recorded. */
export function useForm<Fields>({ id, initial, parse, send }: FormSpec<Fields>): Form {
  const [draft, setDraft] = useState<Draft | null>(() => readDraft(sessionStorage, id));
  const [isOpen, setOpen] = useState(draft?.isOpen ?? false);
  const [state, setState] = useState<FormState>({ kind: 'WRITING' });
  const texts = draft?.texts ?? initial;
  const begun = (): Draft =>
    draft ?? { key: crypto.randomUUID(), texts: initial, isOpen: true, sentAs: null };

  function keep(next: Draft): void {
    setDraft(next);
    keepDraft(sessionStorage, id, next);
  }

  function drop(): void {
    setDraft(null);
    dropDraft(sessionStorage, id);
  }

  async function submit(): Promise<void> {
    if (state.kind === 'SENDING') return;
    const parsed = parse(texts);
    if (!parsed.ok)
      return setState({ kind: 'REFUSED', field: parsed.field, message: numberProblem(parsed.because) });
    const sent = sending(begun(), JSON.stringify(parsed.fields), () => crypto.randomUUID());
    // Kept before it goes out: what the page does not live to hear of is sent again under the same key.
    keep(sent);
    setState({ kind: 'SENDING' });
    try {
      const answer = await send(parsed.fields, sent.key);
      if (!answer.ok) return setState({ kind: 'REFUSED', field: answer.field, message: answer.message });
      drop();
      setState({ kind: 'RECORDED', duplicate: answer.duplicate, goal: answer.goal });
      changes.value += 1;
    } catch (error) {
      if (!(error instanceof AskFailed)) throw error;
      const { problem } = error;
      if (problem.kind === 'REFUSED') setState({ kind: 'REFUSED', field: null, message: problem.message });
      else setState({ kind: 'FAILED', problem });
    }
  }

  return {
    state,
    texts,
    isOpen,
    hasDraft: draft !== null,
    type: (field, text) => {
      if (state.kind === 'SENDING') return;
      keep({ ...begun(), texts: { ...texts, [field]: text }, isOpen: true });
      if (state.kind === 'REFUSED' || state.kind === 'RECORDED') setState({ kind: 'WRITING' });
    },
    submit: () => void submit(),
    open: () => {
      setState({ kind: 'WRITING' });
      setOpen(true);
      if (draft) keep({ ...draft, isOpen: true });
    },
    close: () => {
      setOpen(false);
      if (draft) keep({ ...draft, isOpen: false });
    },
    discard: () => {
      drop();
      setState({ kind: 'WRITING' });
      setOpen(false);
    },
  };
}

const numberProblem = (because: NumberProblem): Said => ({
  it: actingTexts('it').numberProblems[because],
  en: actingTexts('en').numberProblems[because],
});
