// Validators, one a definition. Generated from schemas/ by `npm run generate`. Do not edit.

import type { ErrorObject } from 'ajv';

export interface Validator {
  (value: unknown): boolean;
  errors?: ErrorObject[] | null;
}
export declare const AccessPolicyFile: Validator;
export declare const ContextsFile: Validator;
export declare const DiscoveryFile: Validator;
export declare const EndpointList: Validator;
export declare const NodePolicyFile: Validator;
export declare const SecretProvidersFile: Validator;
