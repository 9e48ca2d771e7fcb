/** The product cannot start as things stand, and the operator can mend it: a sentence, without a trace. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
