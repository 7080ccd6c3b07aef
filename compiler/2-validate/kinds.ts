/** How a document says that it is one of ours. */
import * as VALIDATORS from './generated/validators.js';
import type { Kind } from './model.ts';

export const API_VERSION = 'enroute.dev/v1';
export const API_GROUP = 'enroute.dev/';

export const KINDS = Object.keys(VALIDATORS).sort() as readonly Kind[];
