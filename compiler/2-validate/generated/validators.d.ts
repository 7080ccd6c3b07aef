// Validators, one a definition. Generated from schemas/ by `npm run generate`. Do not edit.

import type { ErrorObject } from 'ajv';

export interface Validator {
  (value: unknown): boolean;
  errors?: ErrorObject[] | null;
}
export declare const EnvoyPatch: Validator;
export declare const Filter: Validator;
export declare const Gateway: Validator;
export declare const RateLimit: Validator;
export declare const Route: Validator;
export declare const Secret: Validator;
export declare const TcpRoute: Validator;
export declare const UdpRoute: Validator;
export declare const Upstream: Validator;
export declare const VirtualHost: Validator;
