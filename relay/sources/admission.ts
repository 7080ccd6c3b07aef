/**
 * Which pointers and releases a relay that was given public keys believes. Without them it never gets here, and with them there is no
 * way around: what comes from the disk is judged as well.
 */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import { parsePointer } from '../../store/head.ts';
import type { Pointer, SignedPointer } from '../../store/revision.ts';
import type { Release } from '../../store/rollout/state.ts';
import type { VerifyKey } from '../../store/signing/keys.ts';
import { isSigned, verifyPointer } from '../../store/signing/sign.ts';
import { CLOCK_DIFFERENCE_MS } from '../../store/signing/statement.ts';
import type { Problem, Restored } from './gateway-watch.ts';

/** Says why a pointer is refused; nothing if it is good. */
export type JudgePointer = (pointer: Pointer, bytes: Uint8Array) => Promise<Problem | undefined>;

/**
 * Says why a release must not be given to nodes though the gateway's rollout names it; nothing if it may.
 * @param bytes The signature that it was published with; nothing: there is none.
 */
export type JudgeRelease = (
  gateway: GatewayName,
  release: Release,
  bytes: Uint8Array | undefined,
) => Promise<Problem | undefined>;

export interface Admission {
  /** The keys that are trusted now; another list whenever they change, so that what was judged is judged again. */
  keys(): readonly VerifyKey[];
  readonly judge: JudgePointer;
  /** Judges what an earlier run kept. Its time is past by our own account, whatever the clock says now. */
  readonly judgeRestored: JudgePointer;
  /** Whoever can write the bucket can write what the rollout says, and must not put nodes back further than they were. */
  readonly judgeRelease: JudgeRelease;
  /** Says what nodes are given: none of them may be put back on anything older than what was good by then. */
  served(restored: Restored): void;
}

/** @param now The time, in milliseconds since the epoch. */
export function createAdmission(keys: () => readonly VerifyKey[], now: () => number): Admission {
  const newest = new Map<GatewayName, SignedPointer>();
  /** The newest release of each gateway that all its nodes ran in good health, as far as we know. */
  const good = new Map<GatewayName, SignedPointer>();

  const judge = async (pointer: Pointer, bytes: Uint8Array, latest: number): Promise<Problem | undefined> => {
    const verified = await verifyPointer(pointer, bytes, keys());
    if (verified.status !== 'trusted') return distrusted(pointer, verified);
    const signed = verified.pointer;
    // Whatever claims to be of a later time would make all that comes after look old.
    if (Date.parse(signed.time) > latest) return ofTheFuture(signed);
    const last = newest.get(signed.gateway);
    if (last && isOlder(signed, last)) return replayed(signed, last);
    newest.set(signed.gateway, signed);
    return undefined;
  };
  return {
    keys,
    judge: (pointer, bytes) => judge(pointer, bytes, now() + CLOCK_DIFFERENCE_MS),
    judgeRestored: (pointer, bytes) => judge(pointer, bytes, Infinity),
    async judgeRelease(gateway, release, bytes) {
      const pointer = bytes && parsePointer(bytes);
      if (!bytes || !pointer) return distrustedRelease({ gateway, ...release }, { status: 'unsigned' });
      const verified = await verifyPointer(pointer, bytes, keys());
      if (verified.status !== 'trusted') return distrustedRelease(pointer, verified);
      if (!isOf(pointer, gateway, release)) return distrusted(pointer, { status: 'forged', keys: [] });
      const last = good.get(gateway);
      return last && isOlder(verified.pointer, last) ? replayed(verified.pointer, last) : undefined;
    },
    served(restored) {
      const release = goodRelease(restored);
      const last = release && good.get(release.gateway);
      if (release && !(last && isOlder(release, last))) good.set(release.gateway, release);
    },
  };
}

const isOf = (pointer: Pointer, gateway: GatewayName, { revision, bundle }: Release): boolean =>
  pointer.gateway === gateway && pointer.revision === revision && pointer.bundle === bundle;

/** The release that all nodes were well with last, if we have seen its signature. */
function goodRelease({ pointer, rollout, signatures }: Restored): SignedPointer | undefined {
  const release = rollout?.phase === 'complete' ? rollout.candidate : rollout?.stable;
  if (!release) return undefined;
  const bytes = signatures.get(release.revision);
  const signed = release.revision === pointer.revision ? pointer : bytes && parsePointer(bytes);
  return signed && isSigned(signed) ? signed : undefined;
}

/** Of two revisions of one time, at most one can have been published. */
const isOlder = (pointer: SignedPointer, last: SignedPointer): boolean =>
  pointer.time === last.time ? pointer.revision !== last.revision : Date.parse(pointer.time) < Date.parse(last.time);

type Distrust = Exclude<Awaited<ReturnType<typeof verifyPointer>>, { readonly status: 'trusted' }>;

function distrusted(pointer: Pointer, why: Distrust): Problem {
  const bundle = nameOf(pointer);
  switch (why.status) {
    case 'unsigned':
      return {
        kind: 'bundle-unsigned',
        message: `${bundle} is not signed, and this relay has public keys: publish it with --sign-key`,
      };
    case 'unknown-keys':
      return {
        kind: 'bundle-untrusted',
        message:
          `${bundle} is signed by ${listOf(why.keys)}, which this relay does not trust: ` +
          'give it that public key (--verify-key), or publish with a key that it has',
      };
    case 'forged':
      return {
        kind: 'signature-invalid',
        message:
          `the signature of ${bundle} by ${listOf(why.keys)} does not fit what the bucket has: ` +
          'it has been altered since it was signed; find out who can write the bucket, and publish again',
      };
  }
}

/** Publishing again signs the head, and not by itself what nodes are put back on; so another advice helps. */
function distrustedRelease(pointer: Pointer, why: Distrust): Problem {
  const release = `${nameOf(pointer)}, which nodes are to be put back on,`;
  switch (why.status) {
    case 'unsigned':
      return {
        kind: 'bundle-unsigned',
        message:
          `${release} is not signed, and this relay has public keys: ` +
          'publish a configuration that is good with --sign-key, and without steps',
      };
    case 'unknown-keys':
      return {
        kind: 'bundle-untrusted',
        message:
          `${release} is signed by ${listOf(why.keys)}, which this relay does not trust: publish with --sign-key, and that ` +
          'public key as --verify-key, which signs it anew; or give that to this relay (--verify-key) until it is not needed',
      };
    case 'forged':
      return distrusted(pointer, why);
  }
}

const ofTheFuture = (pointer: SignedPointer): Problem => ({
  kind: 'signature-premature',
  message: `${nameOf(pointer)} was signed at ${pointer.time}, which is yet to come: set the clock of this relay, or of who published it`,
});

const replayed = (pointer: SignedPointer, last: SignedPointer): Problem => ({
  kind: 'bundle-replayed',
  message:
    `${nameOf(pointer)} was signed at ${pointer.time}, and revision ${last.number} came at ${last.time}: ` +
    'somebody has put an old pointer back; find out who can write the bucket, and publish with --sign-again',
});

const nameOf = (pointer: Pointer | SignedPointer): string => {
  const revision = 'number' in pointer ? `, revision ${pointer.number}` : '';
  return `bundle ${pointer.bundle} of ${pointer.gateway}${revision}`;
};

const listOf = (keys: readonly string[]): string => `${keys.length === 1 ? 'key' : 'keys'} ${keys.join(', ')}`;
