import type { Adapter } from '../adapter.ts';

export const openapiAdapter: Adapter = { name: 'openapi', adapt: () => [] };
