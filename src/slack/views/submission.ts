import type { ModalView } from '@slack/types';
import type { ViewState } from '../actions/press.ts';
import type { Environment } from '../environment.ts';

/** A modal that somebody submitted. */
export type Submission = ViewState & { readonly user: string };

/** What becomes of the modal: closed, left open with sentences by `block_id`, or another view in its place. */
export type ViewAnswer =
  | { readonly kind: 'CLOSE' }
  | { readonly kind: 'ERRORS'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'UPDATE'; readonly view: ModalView };

export const CLOSE: ViewAnswer = { kind: 'CLOSE' };

/** What it throws is logged, and told under the input `errorField`. */
export type ViewListener = {
  readonly submit: (environment: Environment, submission: Submission) => Promise<ViewAnswer>;
  /** `block_id` of an input of the view, where an internal error is told. */
  readonly errorField: (submission: Submission) => string;
};
