/** What one request of GraphQL may cost while it is answered: what lists hold, no limit of depth or fields knows before. */
import { createGraphQLError } from 'graphql-yoga';

export interface Budget {
  /** @throws GraphQLError if more was spent than there is. */
  readonly spend: (amount: number) => void;
}

/** In documents that are given. */
const MOST = 10_000;
/** What an operation of the REST API costs that is carried out for a field. */
export const OPERATION_COST = 100;

export function createBudget(): Budget {
  let spent = 0;
  return {
    spend(amount) {
      spent += amount;
      if (spent <= MOST) return;
      const message = `the request asks for too much: more than ${MOST} documents, or ${MOST / OPERATION_COST} operations`;
      throw createGraphQLError(message, { extensions: { status: 422 } });
    },
  };
}
