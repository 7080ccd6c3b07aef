/** What one request of GraphQL may cost while it is answered: what lists hold, no limit of depth or fields knows before. */
import { createGraphQLError } from 'graphql-yoga';

export interface Budget {
  /** @throws GraphQLError if more was spent than there is. */
  readonly spend: (amount: number) => void;
}

/** In looks at documents, which take some tenths of a second together. */
const MOST = 100_000;
/**
 * What it costs to look at a document, whether or not it is given: a selector that chooses none would else have all of them
 * looked through for nothing, as often as the request has names for the result.
 */
export const LOOK_COST = 1;
/** What a document costs that is given. */
export const GIVEN_COST = 10;
/** What an operation of the REST API costs that is carried out for a field. */
export const OPERATION_COST = 1_000;

export function createBudget(): Budget {
  let spent = 0;
  return {
    spend(amount) {
      spent += amount;
      if (spent <= MOST) return;
      const message =
        `the request asks for too much: more than ${MOST / GIVEN_COST} documents, ` +
        `a search through more than ${MOST / LOOK_COST}, or more than ${MOST / OPERATION_COST} operations`;
      throw createGraphQLError(message, { extensions: { status: 422 } });
    },
  };
}
