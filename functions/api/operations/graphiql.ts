/** A page in a browser to try GraphQL with, where somebody wants it. */
import { MEDIA, textAs } from '../media.ts';
import type { Operation } from '../operation.ts';

/** @param page gives the page, all that it needs in it */
export const graphiqlOperation = (page: () => Promise<string>): Operation => ({
  id: 'getGraphiql',
  method: 'get',
  path: '/graphiql',
  tag: 'GraphQL',
  summary: 'Try GraphQL in a browser',
  description: 'A caller gives its token under "Headers", such as `{"authorization": "Bearer …"}`.',
  answers: { 200: { description: 'A page.', content: { [MEDIA.html]: { type: 'string' } } } },
  needs: 'nothing',
  async handle() {
    const response = textAs(MEDIA.html, await page());
    response.headers.set('content-security-policy', POLICY);
    return response;
  },
});

/** A token that somebody writes into the page goes nowhere but to the API. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
