/** What fields of GraphQL are resolved with. */
import type { Call } from '../api/operation.ts';
import type { Budget } from './budget.ts';
import type { Documents } from './documents.ts';
import type { Invocation } from './invoke.ts';

export interface Context {
  readonly call: Call;
  readonly documents: Documents;
  readonly budget: Budget;
}

export type Source = Readonly<Record<string, unknown>>;
export type Arguments = Readonly<Record<string, never>>;
export type Resolve<A = Arguments> = (source: Source, args: A, context: Context) => unknown;
/** Resolvers by the names of fields. */
export type Fields = Readonly<Record<string, Resolve<never>>>;

/** Carries out an operation of the REST API, and gives what it answers with. @throws Problem */
export type Run = (context: Context, invocation: Invocation) => Promise<unknown>;

/** A property of what an operation has answered with. */
export const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
