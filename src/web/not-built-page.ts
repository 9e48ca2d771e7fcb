import type { Language } from '../messages/language.ts';
import { NOT_BUILT_TEXTS } from '../messages/not-built.ts';

/** Stands in the dashboard's place where the product runs from its sources and the page was not built. */
export function notBuiltPage(language: Language, workspacePath: string | null): string {
  const t = NOT_BUILT_TEXTS[language];
  const workspace = workspacePath === null ? '' : `<p><a href="${workspacePath}">${t.workspace}</a></p>\n`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${t.title}</title>
</head>
<body>
<h1>${t.title}</h1>
<p>${t.how} <code>npm run build:dashboard</code></p>
${workspace}</body>
</html>
`;
}
