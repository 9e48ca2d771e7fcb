const ANSWERS: ReadonlySet<string> = new Set(['application/graphql-response+json', 'application/json']);

/**
 * The media type of an answer that is given whole, as Yoga chooses it: the first that the client names of the two.
 * Undefined where it takes neither, but events.
 */
export function answerType(accept: string | null): string | undefined {
  const asked = accept === null || accept.trim() === '' ? '*/*' : accept.toLowerCase();
  for (const each of asked.split(',')) {
    const [type = '', ...parameters] = each.split(';').map((part) => part.trim());
    if (parameters.some((part) => part.startsWith('charset=') && part !== 'charset=utf-8')) continue;
    if (ANSWERS.has(type)) return type;
    if (type === '*/*' || type === 'application/*') return 'application/json';
  }
  return undefined;
}
