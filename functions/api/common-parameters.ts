/** Parameters that several operations share. */
import type { Parameter } from './parameters.ts';
import { FIELD_SELECTOR, LABEL_SELECTOR } from './selectors.ts';

export const NAME_PATTERN = '^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$';
export const NAMESPACE_PATTERN = '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$';
export const REVISION_PATTERN = '^(head|[1-9][0-9]{0,9}|[0-9a-f]{8,64})$';

export const NAME: Parameter = {
  name: 'name',
  in: 'path',
  description: 'The name of the document: lower-case letters, digits, `-` and `.`.',
  schema: { type: 'string', pattern: NAME_PATTERN, examples: ['shop'] },
};
export const NAMESPACE: Parameter = {
  name: 'namespace',
  in: 'query',
  description: 'The namespace of the document: lower-case letters, digits and `-`.',
  schema: { type: 'string', pattern: NAMESPACE_PATTERN, default: 'default' },
};
export const ANY_NAMESPACE: Parameter = {
  name: 'namespace',
  in: 'query',
  description: 'Only documents of this namespace: lower-case letters, digits and `-`.',
  schema: { type: 'string', pattern: NAMESPACE_PATTERN },
};
export const LABELS: Parameter = {
  name: 'labelSelector',
  in: 'query',
  description: 'Only documents with such labels, as Kubernetes writes it: `team=shop,tier in (a, b),!old`.',
  schema: { type: 'string', pattern: LABEL_SELECTOR, maxLength: 1000 },
};
export const FIELDS: Parameter = {
  name: 'fieldSelector',
  in: 'query',
  description:
    'Only documents with such fields: `spec.hostnames=shop.example.com,metadata.name!=old`. A list has a value if one of its items is it.',
  schema: { type: 'string', pattern: FIELD_SELECTOR, maxLength: 1000 },
};
export const LIMIT: Parameter = {
  name: 'limit',
  in: 'query',
  description: 'The most items to give.',
  schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
};
export const CURSOR: Parameter = {
  name: 'cursor',
  in: 'query',
  description:
    'Where to go on: `next` of the answer before. All pages show the same revision, so that none is named besides.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]+$', maxLength: 1000 },
};
export const AT_REVISION: Parameter = {
  name: 'revision',
  in: 'query',
  description: 'As of this revision: a number, a digest, or eight characters of one; default: the newest.',
  schema: { type: 'string', pattern: REVISION_PATTERN },
};
export const DRY_RUN: Parameter = {
  name: 'dryRun',
  in: 'query',
  description: 'Whether nothing is written: the answer says what would be.',
  schema: { type: 'boolean', default: false },
};
export const MESSAGE: Parameter = {
  name: 'message',
  in: 'query',
  description: 'Why, for the history.',
  schema: { type: 'string', maxLength: 1000 },
};
export const BASE: Parameter = {
  name: 'base',
  in: 'query',
  description:
    'The revision that the change was planned against, `none` if there was none: what somebody else has changed since is not overwritten, and the answer is 409.',
  schema: { type: 'string', pattern: '^(none|head|[1-9][0-9]{0,9}|[0-9a-f]{8,64})$' },
};
export const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  description: 'Only if the document still is this version, by its etag; `*`: only if it is there.',
  schema: { type: 'string' },
};
export const IF_NONE_MATCH_WRITE: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  description: '`*`: only if it is not there yet.',
  schema: { type: 'string', enum: ['*'] },
};
export const IF_NONE_MATCH_READ: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  description: 'Only if the document is another version than this one, by its etag.',
  schema: { type: 'string' },
};
export const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'A text of the caller’s choice. A second request with the same one changes nothing more, also if the first had nothing to change; remembered for a day.',
  schema: { type: 'string', pattern: '^[!-~]{1,255}$' },
};
