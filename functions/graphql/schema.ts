/** The schema of GraphQL, made when it is first needed: parsing it takes longer than most requests. */
import { printSchema, type GraphQLSchema } from 'graphql';
import { createSchema } from 'graphql-yoga';
import type { Operation } from '../api/operation.ts';
import { MODEL_SDL } from './generated/model.ts';
import { OPERATIONS_SDL } from './operations-sdl.ts';
import type { Context } from './context.ts';
import { createResolvers } from './resolvers.ts';

/** @param operations those of the REST API, by which changes are made */
export const createGraphqlSchema = (operations: readonly Operation[]): GraphQLSchema =>
  createSchema<Context>({ typeDefs: [OPERATIONS_SDL, MODEL_SDL], resolvers: createResolvers(operations) });

/** The whole schema as a text, for people who write queries. */
export const printGraphqlSchema = (operations: readonly Operation[]): string =>
  printSchema(createGraphqlSchema(operations));
