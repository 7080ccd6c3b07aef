/** What gateways require of elsewhere, such as secrets and endpoints: kept up to date for as long as one of them does. */
import type { GatewayName } from '../compiler/5-pack/bundle.ts';

/** Something that is kept up to date. */
export interface Kept {
  /** Settles when it was asked for once, whether or not there was an answer. */
  readonly firstAnswer: Promise<void>;
  stop(): void;
}

export interface RequiredOptions<R, K extends Kept> {
  /** The same for references to the same. */
  readonly keyOf: (reference: R) => string;
  /** Begins to keep what a reference names. `users` are those that require it, whoever they are by then. */
  readonly open: (reference: R, key: string, users: ReadonlySet<GatewayName>) => K;
  /** Told that what is kept already is required by another reference. */
  readonly again?: (kept: K, reference: R) => void;
  /** Told that nobody requires it any more. */
  readonly released?: (key: string) => void;
}

export interface Required<R, K extends Kept> {
  /** Says what a gateway requires, in place of what it said before. Settles with all first answers. */
  require(gateway: GatewayName, references: readonly R[]): Promise<void>;
  find(reference: R): K | undefined;
  findKey(key: string): K | undefined;
  /** With the gateways that require it, in order. */
  all(): readonly (readonly [K, readonly GatewayName[]])[];
  close(): void;
}

export function createRequired<R, K extends Kept>({
  keyOf,
  open,
  again,
  released,
}: RequiredOptions<R, K>): Required<R, K> {
  const entries = new Map<string, { readonly kept: K; readonly users: Set<GatewayName> }>();
  const needs = new Map<GatewayName, readonly { readonly kept: K; readonly users: Set<GatewayName> }[]>();

  const entryOf = (reference: R) => {
    const key = keyOf(reference);
    const known = entries.get(key);
    if (known) {
      again?.(known.kept, reference);
      return known;
    }
    const users = new Set<GatewayName>();
    const entry = { kept: open(reference, key, users), users };
    entries.set(key, entry);
    return entry;
  };

  const releaseUnused = (): void => {
    for (const [key, { kept, users }] of entries) {
      if (users.size > 0) continue;
      kept.stop();
      entries.delete(key);
      released?.(key);
    }
  };

  return {
    async require(gateway, references) {
      for (const { users } of needs.get(gateway) ?? []) users.delete(gateway);
      const needed = references.map(entryOf);
      for (const { users } of needed) users.add(gateway);
      needs.set(gateway, needed);
      releaseUnused();
      await Promise.all(needed.map(({ kept }) => kept.firstAnswer));
    },
    find: (reference) => entries.get(keyOf(reference))?.kept,
    findKey: (key) => entries.get(key)?.kept,
    all: () => [...entries.values()].map(({ kept, users }) => [kept, [...users].sort()] as const),
    close() {
      for (const { kept } of entries.values()) kept.stop();
      entries.clear();
      needs.clear();
    },
  };
}
