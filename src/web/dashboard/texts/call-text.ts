/** How another program asks for the same, as a line for a shell. */

type Call = {
  readonly origin: string;
  readonly documentId: string;
  readonly variables: object;
  /** What stands for the key, which the page does not have. */
  readonly key: string;
};

export const callText = ({ origin, documentId, variables, key }: Call): string =>
  [
    `curl --get '${origin}/graphql'`,
    `--header 'authorization: Bearer ${key}'`,
    "--header 'accept: application/json'",
    `--data-urlencode 'documentId=${documentId}'`,
    `--data-urlencode '${quoted(`variables=${JSON.stringify(variables)}`)}'`,
  ].join(' \\\n  ');

/** Within single quotes of a shell nothing has a meaning but another one. */
const quoted = (text: string): string => text.replaceAll("'", "'\\''");
