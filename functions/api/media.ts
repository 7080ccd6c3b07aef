/** Media types, and answers that have them. */

export const MEDIA = {
  json: 'application/json',
  yaml: 'application/yaml',
  mergePatch: 'application/merge-patch+json',
  jsonPatch: 'application/json-patch+json',
  problem: 'application/problem+json',
  markdown: 'text/markdown',
  html: 'text/html',
  plain: 'text/plain',
  events: 'text/event-stream',
} as const;

export const json = (value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': MEDIA.json, ...headers } });

export const textAs = (type: string, value: string): Response =>
  new Response(value, { headers: { 'content-type': `${type}; charset=utf-8` } });
