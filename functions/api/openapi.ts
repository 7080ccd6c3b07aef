/**
 * The table of operations → OpenAPI 3.1.
 *
 * Source: https://spec.openapis.org/oas/v3.1.1.html
 */
import { COMPILER_VERSION } from '../../compiler/version.ts';
import { SCHEMAS } from './generated/schemas.ts';
import { MEDIA } from './media.ts';
import type { Answer, Operation } from './operation.ts';
import type { Parameter } from './parameters.ts';
import { API_SCHEMAS, ref } from './schemas.ts';

/** @param schemes how callers prove who they are */
export function describeApi(operations: readonly Operation[], schemes: Readonly<Record<string, object>>): object {
  const paths = new Map<string, Record<string, object>>();
  for (const operation of operations) {
    const item = paths.get(operation.path) ?? {};
    item[operation.method] = describeOperation(operation, Object.keys(schemes));
    paths.set(operation.path, item);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Enroute',
      version: COMPILER_VERSION,
      description:
        'Documents that say what gateways do, kept with their history, compiled, and published to Envoys. ' +
        'Errors are problems after RFC 9457.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: Object.fromEntries(paths),
    components: {
      schemas: { ...SCHEMAS, ...API_SCHEMAS },
      responses: Object.fromEntries(
        [...COMMON].map(([status, { description, headers }]) => [
          `Problem${status}`,
          status === 431
            ? { description } // The server says so before the API gets to know.
            : { description, headers: { ...HEADERS['x-request-id'], ...headers }, content: PROBLEM },
        ]),
      ),
      ...(Object.keys(schemes).length > 0 && { securitySchemes: schemes }),
    },
  };
}

const PROBLEM = { [MEDIA.problem]: { schema: ref('Problem') } };

const header = (name: string, description: string) => ({
  [name]: { description, schema: { type: 'string' } },
});

const HEADERS = {
  'x-request-id': header('x-request-id', 'What the audit log knows the request by.'),
  etag: header('etag', 'The version of the document.'),
  location: header('location', 'Where the document is.'),
};

/** What every operation may answer for which it makes sense. */
const COMMON: ReadonlyMap<number, { readonly description: string; readonly headers?: object }> = new Map([
  [400, { description: 'The request is not as it should be.' }],
  [401, { description: 'It is not known who calls.', headers: header('www-authenticate', 'How to prove it.') }],
  [403, { description: 'The caller may not do this.' }],
  [413, { description: 'The body is too large.' }],
  [415, { description: 'The media type of the body is none that is understood.' }],
  [422, { description: 'The documents are not as they should be; the answer carries the diagnostics.' }],
  [429, { description: 'The caller asks too often.', headers: header('retry-after', 'Seconds.') }],
  [431, { description: 'The address or the headers are too long.' }],
  [500, { description: 'The request could not be handled.' }],
  [
    503,
    { description: 'The bucket or the identity provider is out of reach.', headers: header('retry-after', 'Seconds.') },
  ],
]);

function describeOperation(operation: Operation, schemes: readonly string[]): object {
  const { id, tag, summary, description, parameters = [], body, answers, needs } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(parameters.length > 0 && { parameters: parameters.map(describeParameter) }),
    ...(body && { requestBody: { required: true, description: body.description, content: contentOf(body.content) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, describeAnswer(Number(status), answer)]),
      ),
      ...Object.fromEntries(
        commonOf(operation)
          .filter((status) => !Object.hasOwn(answers, status))
          .map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
    },
    ...(needs !== 'nothing' && schemes.length > 0 && { security: schemes.map((name) => ({ [name]: [] })) }),
    'x-enroute-needs': needs,
  };
}

/** What a caller may be told who lacks what an operation needs, or asks too often. */
const REFUSALS = { nothing: [], identity: [401, 429], permission: [401, 403, 429] } as const;

const commonOf = ({ needs, body, answers }: Operation): readonly number[] => [
  400,
  431,
  ...REFUSALS[needs === 'nothing' || needs === 'identity' ? needs : 'permission'],
  ...(body ? [413, 415, 422] : []),
  ...(needs === 'write' && !body ? [422] : []),
  ...(Object.hasOwn(answers, 422) ? [422] : []),
  500,
  503,
];

const describeParameter = ({ name, in: place, description, schema }: Parameter): object => ({
  name,
  in: place,
  description,
  required: place === 'path',
  schema,
});

const describeAnswer = (status: number, { description, content, headers = [] }: Answer): object => ({
  description,
  headers: Object.assign({}, HEADERS['x-request-id'], ...headers.map((name) => HEADERS[name])),
  ...(content && { content: contentOf(content) }),
  ...(!content && status >= 400 && { content: PROBLEM }),
});

const contentOf = (content: Readonly<Record<string, object>>): object =>
  Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }]));
