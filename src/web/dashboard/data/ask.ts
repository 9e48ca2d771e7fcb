/**
 * Asks the API for one of its trusted documents, and for nothing else. The browser keeps each answer with its ETag and
 * asks whether it still holds: what has not changed is not sent again.
 */
import type { NamedOperations } from '../../../../graphql/generated/named-operations.ts';
import ids from '../../../../graphql/trusted-documents.json' with { type: 'json' };

export type OperationName = keyof NamedOperations;
export type AnswerOf<Name extends OperationName> = NamedOperations[Name]['data'];
export type VariablesOf<Name extends OperationName> = NamedOperations[Name]['variables'];

export type AskProblem =
  /** Whoever asks is not signed in, or is no longer. */
  | { readonly kind: 'SIGNED_OUT' }
  /** The role does not allow it. */
  | { readonly kind: 'NOT_PERMITTED'; readonly message: Said }
  /** What was asked for is not there, or not right: says what is accepted. */
  | { readonly kind: 'REFUSED'; readonly code: string; readonly message: Said }
  /** Nothing came back, or nothing that can be read: the same may be asked again. */
  | { readonly kind: 'UNREACHABLE' };

/** The same in both languages. */
export type Said = { readonly it: string; readonly en: string };

export class AskFailed extends Error {
  override readonly name = 'AskFailed';
  readonly problem: AskProblem;
  constructor(problem: AskProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

type GraphqlError = {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly messageIt?: string; readonly messageEn?: string };
};

const HEADERS = { accept: 'application/graphql-response+json, application/json' };

export const documentId = (name: OperationName): string => ids[name];

/** Reads. @throws AskFailed */
export async function ask<Name extends OperationName>(
  name: Name,
  variables: VariablesOf<Name>,
  signal?: AbortSignal,
): Promise<AnswerOf<Name>> {
  const params = new URLSearchParams({ documentId: ids[name], variables: JSON.stringify(variables) });
  return send<Name>(`/graphql?${params}`, { headers: HEADERS, cache: 'no-cache', ...(signal && { signal }) });
}

/** Writes: a mutation that carries its idempotency key may be sent again until it answers. @throws AskFailed */
export async function tell<Name extends OperationName>(
  name: Name,
  variables: VariablesOf<Name>,
): Promise<AnswerOf<Name>> {
  return send<Name>('/graphql', {
    method: 'POST',
    headers: { ...HEADERS, 'content-type': 'application/json' },
    body: JSON.stringify({ documentId: ids[name], variables }),
  });
}

async function send<Name extends OperationName>(url: string, init: RequestInit): Promise<AnswerOf<Name>> {
  const response = await fetch(url, { ...init, credentials: 'same-origin' }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new AskFailed({ kind: 'UNREACHABLE' });
  });
  if (response.status === 401) throw new AskFailed({ kind: 'SIGNED_OUT' });
  const answer: { data?: AnswerOf<Name> | null; errors?: readonly GraphqlError[] } = await response
    .json()
    .catch(() => ({}));
  if (answer.data && !answer.errors) return answer.data;
  const [error] = answer.errors ?? [];
  throw new AskFailed(error ? problemOf(error) : { kind: 'UNREACHABLE' });
}

const PASSING: ReadonlySet<string> = new Set(['DATABASE_BUSY', 'NOT_RECORDED', 'TOO_MANY_REQUESTS']);

function problemOf({ message, extensions = {} }: GraphqlError): AskProblem {
  const { code = '', messageIt = message, messageEn = message } = extensions;
  const said = { it: messageIt, en: messageEn };
  if (code === 'ROLE_MAY_NOT') return { kind: 'NOT_PERMITTED', message: said };
  return PASSING.has(code) ? { kind: 'UNREACHABLE' } : { kind: 'REFUSED', code, message: said };
}
