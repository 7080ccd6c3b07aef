/** All operations of the API. */
import type { Operation } from '../operation.ts';
import { COLLECTION_OPERATIONS } from './collection.ts';
import { DOCUMENT_OPERATIONS } from './documents.ts';
import { ENDPOINT_OPERATIONS } from './endpoints.ts';
import { EVENT_OPERATIONS } from './events.ts';
import { FLEET_OPERATIONS } from './fleet.ts';
import { graphqlOperation } from './graphql.ts';
import { PUBLISHING_OPERATIONS } from './publishing.ts';
import { REVISION_OPERATIONS } from './revisions.ts';
import { SERVICE_OPERATIONS } from './service.ts';
import { TOOL_OPERATIONS } from './tools.ts';
import { whoAmI } from './whoami.ts';
import { WITHDRAWAL_OPERATIONS } from './withdrawal.ts';

export const OPERATIONS: readonly Operation[] = [
  ...DOCUMENT_OPERATIONS,
  ...COLLECTION_OPERATIONS,
  ...REVISION_OPERATIONS,
  ...PUBLISHING_OPERATIONS,
  ...WITHDRAWAL_OPERATIONS,
  ...FLEET_OPERATIONS,
  ...ENDPOINT_OPERATIONS,
  ...EVENT_OPERATIONS,
  ...TOOL_OPERATIONS,
  ...SERVICE_OPERATIONS,
  whoAmI,
  graphqlOperation(() => OPERATIONS),
];
