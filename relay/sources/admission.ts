/**
 * Which pointers a relay that was given public keys believes. Without them it never gets here, and with them there is no
 * way around: what comes from the disk is judged as well.
 */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import type { Pointer, SignedPointer } from '../../store/revision.ts';
import type { VerifyKey } from '../../store/signing/keys.ts';
import { verifyPointer } from '../../store/signing/sign.ts';
import type { Problem } from './gateway-watch.ts';

/** Says why a pointer is refused; nothing if it is good. */
export type JudgePointer = (pointer: Pointer, bytes: Uint8Array) => Promise<Problem | undefined>;

export interface Admission {
  /** The keys that are trusted now; another list whenever they change, so that what was judged is judged again. */
  keys(): readonly VerifyKey[];
  readonly judge: JudgePointer;
  /** Judges what an earlier run kept. Its time is past by our own account, whatever the clock says now. */
  readonly judgeRestored: JudgePointer;
}

/** What clocks may differ by. Whatever claims to be of a later time than that would make all that comes after look old. */
const CLOCK_DIFFERENCE_MS = 5 * 60_000;

/** @param now The time, in milliseconds since the epoch. */
export function createAdmission(keys: () => readonly VerifyKey[], now: () => number): Admission {
  const newest = new Map<GatewayName, SignedPointer>();

  const judge = async (pointer: Pointer, bytes: Uint8Array, latest: number): Promise<Problem | undefined> => {
    const verified = await verifyPointer(pointer, bytes, keys());
    if (verified.status !== 'trusted') return distrusted(pointer, verified);
    const signed = verified.pointer;
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
  };
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
