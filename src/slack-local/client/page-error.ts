/** A refusal that the page shows; `detail` is in the workspace's language. */
export class PageError extends Error {
  readonly code: string;
  readonly detail: string | undefined;

  constructor(code: string, detail?: string) {
    super(code);
    this.name = 'PageError';
    this.code = code;
    this.detail = detail;
  }
}
