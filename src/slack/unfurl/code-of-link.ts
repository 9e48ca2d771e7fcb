import { canonicalCode } from '../../domain/codes.ts';

/** `…/goals/1.4`, `…/phases/1.4.2`, whatever stands before. */
const PATH = /\/(?:goals|phases)\/([^/]+)\/?$/;

/**
 * The code of the goal or phase that a link to our dashboard shows; undefined for one of another page. Slack tells
 * only of links to the domains that the app's manifest names, so the host is ours.
 */
export function codeOfLink(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, pathname, searchParams } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const written = PATH.exec(pathname)?.[1] ?? searchParams.get('code');
  return written ? canonicalCode(written) : undefined;
}
