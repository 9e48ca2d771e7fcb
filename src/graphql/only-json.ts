import type { Plugin } from 'graphql-yoga';
import { API_TEXTS } from '../messages/api-texts.ts';
import type { Language } from '../messages/language.ts';

/**
 * A page of another site can make a browser send a form or plain text here, but not JSON without asking first:
 * so a POST that is not JSON is refused before it is read.
 */
export const onlyJson = (language: Language): Plugin => ({
  onRequest({ request, endResponse, fetchAPI }) {
    if (request.method !== 'POST') return;
    const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (type === 'application/json') return;
    const error = { message: API_TEXTS[language].onlyJson, extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } };
    endResponse(fetchAPI.Response.json({ errors: [error] }, { status: 415 }));
  },
});
