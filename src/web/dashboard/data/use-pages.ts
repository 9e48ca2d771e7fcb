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

/** One page of a list, as the API's connections give it. */
export type Page<Node> = {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type Pages<Node> = {
  /** Of all pages asked for so far; null before the first came. */
  readonly nodes: readonly Node[] | null;
  readonly hasMore: boolean;
  /** Asks for one page more. */
  readonly more: () => void;
  readonly problem: AskProblem | null;
  readonly isAsking: boolean;
  readonly again: () => void;
};

type Held<Node> = {
  readonly key: string;
  /** The question that was answered last. */
  readonly turn: string;
  readonly nodes: readonly Node[] | null;
  readonly hasMore: boolean;
  readonly problem: AskProblem | null;
};

/**
 * A list, a page at a time. When something was recorded all its pages are asked for anew, one after the other: a new
 * row on the first moves others to the next, and none may be left out in between.
 */
export function usePages<Name extends OperationName, Node>(
  name: Name,
  variablesOf: (after: string | null) => VariablesOf<Name>,
  pageOf: (answer: AnswerOf<Name>) => Page<Node> | null,
): Pages<Node> {
  const key = JSON.stringify([name, variablesOf(null)]);
  const nothing = { key, turn: '', nodes: null, hasMore: false, problem: null };
  const [held, setHeld] = useState<Held<Node>>(nothing);
  const [wanted, setWanted] = useState({ key, pages: 1 });
  const [asked, setAsked] = useState(0);
  const pages = wanted.key === key ? wanted.pages : 1;
  const turn = JSON.stringify([key, pages, changes.value, asked]);
  const latest = useRef({ name, key, pages, variablesOf, pageOf });
  latest.current = { name, key, pages, variablesOf, pageOf };

  useEffect(() => {
    const question = latest.current;
    const controller = new AbortController();
    const read = async (after: string | null) =>
      question.pageOf(await ask(question.name, question.variablesOf(after), controller.signal));
    readPages(question.pages, read)
      .then((answer) => setHeld({ key: question.key, turn, ...answer, problem: null }))
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        const problem: AskProblem = error instanceof AskFailed ? error.problem : { kind: 'UNREACHABLE' };
        setHeld((before) => {
          const kept = before.key === question.key ? before : { nodes: null, hasMore: false };
          return { ...kept, key: question.key, turn, problem };
        });
      });
    return () => controller.abort();
  }, [turn]);

  const { nodes, hasMore, problem } = held.key === key ? held : nothing;
  return {
    nodes,
    hasMore,
    problem,
    isAsking: held.turn !== turn,
    more: () => setWanted({ key, pages: pages + 1 }),
    again: () => setAsked((times) => times + 1),
  };
}

/** The first `count` pages, or as many as there are. */
export async function readPages<Node>(
  count: number,
  read: (after: string | null) => Promise<Page<Node> | null>,
): Promise<{ readonly nodes: readonly Node[]; readonly hasMore: boolean }> {
  const nodes: Node[] = [];
  let after: string | null = null;
  for (let page = 0; page < count; page += 1) {
    const answer: Page<Node> | null = await read(after);
    nodes.push(...(answer?.nodes ?? []));
    if (!answer?.pageInfo.hasNextPage) return { nodes, hasMore: false };
    after = answer.pageInfo.endCursor;
  }
  return { nodes, hasMore: true };
}
