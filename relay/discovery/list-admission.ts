/**
 * Which pushed lists of endpoints a relay that was given public keys believes: who can only write the bucket must not say
 * where requests go. Without keys it never gets here.
 */
import type { Endpoint } from '../../compiler/discovered.ts';
import type { EndpointList } from '../../compiler/endpoint-list.ts';
import { endpointsKey } from '../../store/keys.ts';
import { parsePushedEndpoints, type ParsedEndpoints } from '../../store/endpoints.ts';
import type { SignedList } from '../../store/signing/endpoint-list.ts';
import type { VerifyKey } from '../../store/signing/keys.ts';
import { CLOCK_DIFFERENCE_MS, verifyStatement } from '../../store/signing/statement.ts';
import { failed, type Failure } from './provider.ts';

export interface ListAdmission {
  /** The keys that are trusted now; another list whenever they change, so that what was judged is judged again. */
  keys(): readonly VerifyKey[];
  /** Why what the bucket has for an Upstream, `namespace/name`, is refused; nothing if it is good. */
  judge(upstream: string, reading: ParsedEndpoints | { readonly status: 'absent' }): Promise<ListRefusal | undefined>;
  /** What was good last, also in an earlier run, unless it has expired. */
  restore(upstream: string): Promise<readonly Endpoint[] | undefined>;
}

export interface ListRefusal {
  readonly failure: Failure;
  /** Whether it may turn out to be good without being changed. */
  readonly mayPass: boolean;
}

/** Where the lists that were good last are kept over a restart, as they were signed. */
export interface ListKeeper {
  read(upstream: string): Promise<Uint8Array | undefined>;
  keep(upstream: string, bytes: Uint8Array): void;
}

interface Good {
  readonly list: EndpointList;
  readonly signed: SignedList;
}

/** @param now The time, in milliseconds since the epoch. */
export function createListAdmission(
  keys: () => readonly VerifyKey[],
  now: () => number,
  keeper?: ListKeeper,
): ListAdmission {
  const newest = new Map<string, Good>();
  const recalled = new Map<string, Promise<void>>();

  /** Before anything is judged, so that no list of before is taken for news. */
  const recall = (upstream: string): Promise<void> => {
    const recalling = recalled.get(upstream) ?? recallOne(upstream);
    recalled.set(upstream, recalling);
    return recalling;
  };
  const recallOne = async (upstream: string): Promise<void> => {
    const bytes = await keeper?.read(upstream);
    const kept = bytes && parsePushedEndpoints(endpointsKey(upstream), bytes);
    if (kept?.status !== 'found' || !kept.signed || (await distrust(upstream, kept.signed, keys()))) return;
    newest.set(upstream, { list: kept.list, signed: kept.signed });
  };

  return {
    keys,
    async judge(upstream, reading) {
      await recall(upstream);
      if (reading.status === 'broken') return undefined;
      if (reading.status === 'absent') return refusal(`${endpointsKey(upstream)} is not there, ${NOT_SIGNED}`);
      const { list, signed, bytes } = reading;
      if (!signed) return refusal(`${endpointsKey(upstream)} is not signed, ${NOT_SIGNED}`);
      const message = await distrust(upstream, signed, keys());
      if (message !== undefined) return refusal(message);
      if (Date.parse(signed.time) > now() + CLOCK_DIFFERENCE_MS) return premature(upstream, signed);
      const last = newest.get(upstream);
      if (last && isOlder(signed, last.signed)) return replayed(upstream, signed, last.signed);
      newest.set(upstream, { list, signed });
      if (bytes && last?.signed.time !== signed.time) keeper?.keep(upstream, bytes);
      return undefined;
    },
    async restore(upstream) {
      await recall(upstream);
      const list = newest.get(upstream)?.list;
      return list && now() < (list.expires ?? Infinity) ? list.endpoints : undefined;
    },
  };
}

const NOT_SIGNED =
  'and this relay has public keys: push it with a key of theirs, through an API that signs (--sign-key) or by signKeys';

/** Of two lists of one time, at most one can have been pushed by somebody who has seen what was there before. */
const isOlder = (signed: SignedList, last: SignedList): boolean =>
  signed.time === last.time
    ? Buffer.compare(signed.statement, last.statement) !== 0
    : Date.parse(signed.time) < Date.parse(last.time);

/** Why nobody who is trusted says so. */
async function distrust(
  upstream: string,
  { upstream: named, statement, signatures }: SignedList,
  keys: readonly VerifyKey[],
): Promise<string | undefined> {
  const key = endpointsKey(upstream);
  const ids = signatures.map(({ key: id }) => id).join(', ');
  const status = await verifyStatement(statement, signatures, keys);
  if (status === 'unknown-keys')
    return `${key} is signed by ${ids}, which this relay does not trust: give it that public key (--verify-key), or push with a key that it has`;
  if (status === 'forged')
    return `${key} has been altered since ${ids} signed it: find out who can write the bucket, and push the list again`;
  if (named !== upstream)
    return `${key} was signed for ${JSON.stringify(named)}: find out who can write the bucket, and push the list again`;
  return undefined;
}

const refusal = (message: string): ListRefusal => ({ failure: failed('untrusted', message), mayPass: false });

const premature = (upstream: string, { time }: SignedList): ListRefusal => ({
  failure: failed(
    'untrusted',
    `${endpointsKey(upstream)} was signed at ${time}, which is yet to come: set the clock of this relay, or of who pushed it`,
  ),
  mayPass: true,
});

const replayed = (upstream: string, { time }: SignedList, last: SignedList): ListRefusal =>
  refusal(
    `${endpointsKey(upstream)} was signed at ${time}, and another list at ${last.time}: somebody has put an old list back; ` +
      'find out who can write the bucket, and push the list again',
  );
