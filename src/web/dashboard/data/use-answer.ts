import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type AnswerOf,
  AskFailed,
  type AskProblem,
  ask,
  type OperationName,
  type VariablesOf,
} from './ask.ts';
import { changes } from './live.ts';

export type Answer<Name extends OperationName> = {
  /** The last one that came; null before the first. It stays while a newer one is asked for. */
  readonly data: AnswerOf<Name> | null;
  /** Why the last question was not answered; null when it was. */
  readonly problem: AskProblem | null;
  readonly isAsking: boolean;
  readonly again: () => void;
};

/** Asks, and asks again whenever something was recorded: where nothing of it changed, the browser has the answer still. */
export function useAnswer<Name extends OperationName>(
  name: Name,
  variables: VariablesOf<Name>,
): Answer<Name> {
  const key = JSON.stringify([name, variables]);
  const [state, setState] = useState<{
    key: string;
    data: AnswerOf<Name> | null;
    problem: AskProblem | null;
  }>({
    key,
    data: null,
    problem: null,
  });
  const [isAsking, setAsking] = useState(true);
  const [asked, setAsked] = useState(0);
  const latest = useRef(variables);
  latest.current = variables;
  const recorded = changes.value;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for name and variables.
  useEffect(() => {
    const controller = new AbortController();
    setAsking(true);
    ask(name, latest.current, controller.signal)
      .then((data) => setState({ key, data, problem: null }))
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        const problem: AskProblem = error instanceof AskFailed ? error.problem : { kind: 'UNREACHABLE' };
        setState((before) => ({ key, data: before.key === key ? before.data : null, problem }));
      })
      .finally(() => {
        if (!controller.signal.aborted) setAsking(false);
      });
    return () => controller.abort();
  }, [key, recorded, asked]);

  const isCurrent = state.key === key;
  return {
    data: isCurrent ? state.data : null,
    problem: isCurrent ? state.problem : null,
    isAsking,
    again: () => setAsked((times) => times + 1),
  };
}
