import type { ServerResponse } from 'node:http';
import { type InstallRefusal, installMessages } from '../../messages/install.ts';
import type { Language } from '../../messages/language.ts';

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const STYLE =
  'body{font:18px/1.5 "Titillium Web",sans-serif;max-width:40em;margin:4em auto;padding:0 1em;color:#17324d}' +
  'a{display:inline-block;padding:.6em 1.2em;background:#06c;color:#fff;border-radius:4px;text-decoration:none}';

const page = (language: Language, body: string): string => {
  const title = escapeHtml(installMessages(language).title);
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${STYLE}</style></head>
<body><main><h1>${title}</h1>
${body}</main></body>
</html>
`;
};

/** @param address of Slack's, to which the button leads */
export function invitationPage(language: Language, address: string): string {
  const { invitation, button } = installMessages(language);
  return page(
    language,
    `<p>${escapeHtml(invitation)}</p>\n<p><a href="${escapeHtml(address)}">${escapeHtml(button)}</a></p>\n`,
  );
}

export const installedPage = (language: Language, workspace: string): string =>
  page(language, `<p>${escapeHtml(installMessages(language).installed(workspace))}</p>\n`);

export const refusedPage = (language: Language, refusal: InstallRefusal): string =>
  page(language, `<p>${escapeHtml(installMessages(language).refused(refusal))}</p>\n`);

/** Nothing of a page is loaded from elsewhere, and its address, which holds Slack's code, is told to nobody. */
export function setPageHeaders(response: ServerResponse): void {
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
}

export const sendPage = (response: ServerResponse, status: number, content: string): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(content);
};
