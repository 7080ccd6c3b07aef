/** Publishes what documents have become, one gateway after the other, unless too much of it has gone. */
import type { Bundle, GatewayName } from '../compiler/index.ts';
import {
  lossSince,
  publish,
  readHead,
  type Head,
  type Loss,
  type PublishResult,
  type SignKey,
  type Store,
  type VerifyKey,
} from '../store/index.ts';
import { EXIT } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { size } from './output.ts';
import { refuseUnsigned } from './signing.ts';

export interface Publication {
  readonly author: string;
  readonly message: string;
  /** Whether a gateway may lose most of what it had. */
  readonly losses: 'refuse' | 'allow';
  /** The revision that must still be the head, `null` for none; default: the one that is there when publishing begins. */
  readonly expect?: string | null;
  /** Default: none, and nothing is signed. */
  readonly signKeys?: readonly SignKey[];
  /** Keys that may have signed what nodes may be put back on; default: the public ones of `signKeys` only. */
  readonly verifyKeys?: readonly VerifyKey[];
  /** Whether a head that has the same bundle stays; default: it does. */
  readonly unchanged?: 'stays' | 'again';
  /** Whether an unsigned revision may follow one that was signed; default: it may not. */
  readonly unsigned?: 'refuse' | 'allow';
}

export type Published = PublishResult & { readonly gateway: GatewayName };

export type PublishOutcome =
  | { readonly status: 'done'; readonly gateways: readonly Published[] }
  /** Nothing was published, since these gateways would lose most of what they have. */
  | { readonly status: 'refused'; readonly losses: readonly (Loss & { readonly gateway: GatewayName })[] };

/**
 * Publishes bundles. All are looked at before the first is published. A gateway that was published meanwhile by somebody
 * else is a conflict of its own and keeps no other from being published.
 *
 * @throws Failure if nothing is to be signed where it was before, unless that is allowed.
 * @throws StoreError as `publish` does.
 */
export async function publishAll(
  store: Store,
  bundles: readonly Bundle[],
  publication: Publication,
): Promise<PublishOutcome> {
  const planned = await Promise.all(bundles.map((bundle) => plan(store, bundle)));
  const losses = planned.flatMap(({ bundle, loss }) => (loss ? [{ gateway: bundle.manifest.gateway, ...loss }] : []));
  if (publication.losses === 'refuse' && losses.length > 0) return { status: 'refused', losses };

  const { author, message, expect, signKeys = [], verifyKeys = [], unchanged = 'stays' } = publication;
  if (publication.unsigned !== 'allow')
    refuseUnsigned(
      planned.flatMap(({ head }) => head?.pointer ?? []),
      signKeys,
    );
  const gateways: Published[] = [];
  for (const { bundle, head } of planned) {
    const parent = expect === undefined ? (head?.pointer.revision ?? null) : expect;
    const time = new Date().toISOString();
    const options = { author, message, time, expect: parent, signKeys, verifyKeys, unchanged };
    gateways.push({ ...(await publish(store, bundle, options)), gateway: bundle.manifest.gateway });
  }
  return { status: 'done', gateways };
}

interface Planned {
  readonly bundle: Bundle;
  readonly head: Head | undefined;
  readonly loss: Loss | undefined;
}

async function plan(store: Store, bundle: Bundle): Promise<Planned> {
  const head = await readHead(store, bundle.manifest.gateway);
  return { bundle, head, loss: await lossSince(store, head, bundle) };
}

export const tooMuchLost = (losses: readonly (Loss & { readonly gateway: GatewayName })[]): Failure =>
  new Failure(losses.map(lossLine).join('\n'), {
    exit: EXIT.unconfirmed,
    help: 'nothing was published; if that is meant, say "enroutectl publish --allow-empty"',
  });

export const lossLine = ({ gateway, before, after }: Loss & { readonly gateway: GatewayName }): string =>
  `${gateway} would lose most of what it has: ${size(before)} of routes, clusters and endpoints become ${size(after)}`;
