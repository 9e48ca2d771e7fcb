/** The texts of the trusted documents, for who wants to read them: loaded when somebody does. */
import type { OperationName } from '../data/ask.ts';

const FILES = import.meta.glob<string>('../../../../graphql/operations/*.graphql', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Empty for a document that is not there, which the types exclude. */
export const operationText = (name: OperationName): string =>
  FILES[`../../../../graphql/operations/${name}.graphql`]?.trim() ?? '';
