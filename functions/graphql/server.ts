/** Answers requests of GraphQL: over HTTP, subscriptions as server-sent events. */
import { costLimitPlugin } from '@escape.tech/graphql-armor-cost-limit';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { createYoga, maskError, type YogaServerInstance } from 'graphql-yoga';
import type { Call, Operation } from '../api/operation.ts';
import { createBudget } from './budget.ts';
import { GRAPHQL_PATH } from '../api/operations/graphql.ts';
import { openDocuments } from './documents.ts';
import type { Context } from './context.ts';
import { asGraphqlError } from './invoke.ts';
import { createGraphqlSchema } from './schema.ts';

/** Deeper than any document, with its references followed twice. */
const MOST_DEPTH = 20;
/** Fields count one each, objects two, and each level half as much again. */
const MOST_COST = 20_000;

export type AnswerGraphql = (call: Call, request: Request) => Promise<Response>;

/** @param operations those of the REST API */
export function createGraphql(operations: () => readonly Operation[]): AnswerGraphql {
  let server: YogaServerInstance<{ readonly call: Call }, Context> | undefined;
  return async (call, request) => {
    server ??= createServer(operations());
    return server.handleRequest(request, { call });
  };
}

const silent = (): void => {};
/** Problems are the caller's, who is told of them. */
const logFault = (error: unknown): void => (asGraphqlError(error) ? undefined : console.error(error));

const createServer = (operations: readonly Operation[]) =>
  createYoga<{ readonly call: Call }, Context>({
    schema: createGraphqlSchema(operations),
    graphqlEndpoint: GRAPHQL_PATH,
    context: ({ call }) => {
      const budget = createBudget();
      return { call, budget, documents: openDocuments(call, budget) };
    },
    plugins: [
      maxDepthPlugin({ n: MOST_DEPTH, flattenFragments: true }),
      costLimitPlugin({ maxCost: MOST_COST, objectCost: 2, scalarCost: 1, depthCostFactor: 1.5 }),
    ],
    // Its page would be fetched from elsewhere; that of the API names what is asked for.
    graphiql: false,
    maskedErrors: { maskError: (error, message) => asGraphqlError(error) ?? maskError(error, message) },
    landingPage: false,
    // What went wrong inside is for the log of whoever runs this; callers are told that something did.
    logging: { debug: silent, info: silent, warn: silent, error: logFault },
  });
