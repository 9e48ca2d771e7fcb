/** What is printed is an answer without errors; anything else is for graphql-js to answer, from the beginning. */
export class NotPrintable extends Error {
  override readonly name = 'NotPrintable';
}
