/** The way to GraphQL: one operation, which says by itself what a caller may do. */
import type { AnswerGraphql } from '../../graphql/server.ts';
import { isObject, MOST_LEVELS, parseJson, wrongMediaType } from '../bodies.ts';
import { MEDIA } from '../media.ts';
import type { Operation } from '../operation.ts';
import { badRequest } from '../problem.ts';
import { object, ref } from '../schemas.ts';

export const GRAPHQL_PATH = '/graphql';

const ANSWER = object({
  'data?': { anyOf: [{ type: 'object' }, { type: 'null' }] },
  'errors?': { type: 'array', items: { type: 'object' } },
});

/** @param operations all others, by which GraphQL makes its changes */
export function graphqlOperation(operations: () => readonly Operation[]): Operation {
  let loading: Promise<AnswerGraphql> | undefined;
  const load = () =>
    (loading ??= import('../../graphql/server.ts').then(({ createGraphql }) => createGraphql(operations)));
  return {
    id: 'graphql',
    method: 'post',
    path: GRAPHQL_PATH,
    tag: 'GraphQL',
    summary: 'Ask in GraphQL',
    description: 'The schema can be asked for by introspection. Subscriptions are answered as `text/event-stream`.',
    body: {
      description: 'A request of GraphQL.',
      content: {
        [MEDIA.json]: {
          type: 'object',
          required: ['query'],
          properties: {
            query: { type: 'string' },
            operationName: { anyOf: [{ type: 'string' }, { type: 'null' }] },
            variables: { anyOf: [{ type: 'object' }, { type: 'null' }] },
            extensions: { anyOf: [{ type: 'object' }, { type: 'null' }] },
          },
        },
      },
    },
    answers: {
      200: { description: 'What was asked for, and what went wrong.', content: { [MEDIA.json]: ANSWER } },
      400: {
        description: 'The request is none of GraphQL.',
        content: { [MEDIA.json]: ANSWER, [MEDIA.problem]: ref('Problem') },
      },
    },
    needs: 'read',
    async handle(call) {
      if (call.mediaType !== MEDIA.json) throw wrongMediaType(call, [MEDIA.json]);
      const body = await call.text();
      const asked = parseJson(body);
      const { isNestedTooDeep } = await import('../../graphql/nesting.ts');
      const query = isObject(asked) ? asked['query'] : undefined;
      if (typeof query === 'string' && isNestedTooDeep(query, MOST_LEVELS))
        throw badRequest(`the query is nested more than ${MOST_LEVELS} levels deep`);
      const { url, headers, signal } = call.request;
      return (await load())(call, new Request(url, { method: 'POST', headers, body, signal }));
    },
  };
}
