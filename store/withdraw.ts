/** Takes away from the Envoys of a gateway all that they have. */
import type { GatewayName, Manifest } from '../compiler/5-pack/bundle.ts';
import { pack } from '../compiler/5-pack/pack.ts';
import { COMPILER_VERSION, ENVOY_VERSION } from '../compiler/version.ts';
import { textDigest } from '../compiler/hash.ts';
import type { Bundle } from '../compiler/5-pack/bundle.ts';
import { readHead } from './head.ts';
import { readManifest } from './loss.ts';
import { publish, type PublishOptions, type PublishResult } from './publish.ts';
import { isSigned } from './signing/sign.ts';
import type { Store } from './store.ts';

export type WithdrawResult =
  | PublishResult
  /** The gateway was never published. */
  | { readonly status: 'unknown' }
  /** Its manifest is missing or broken, so that it is not known which Envoys belong to it. */
  | { readonly status: 'broken' }
  /** It was signed, and this would not be, which relays that want signatures refuse. */
  | { readonly status: 'unsigned' };

/**
 * Publishes a bundle without resources as the next revision of a gateway: to its Envoys all at once, so that they stop
 * listening. The pointer stays, since without one relays serve the last bundle on; and one can go back in the history.
 * @throws StoreError as `publish` does.
 */
export async function withdraw(
  store: Store,
  gateway: GatewayName,
  options: Omit<PublishOptions, 'expect' | 'commit' | 'unchanged'>,
): Promise<WithdrawResult> {
  const head = await readHead(store, gateway);
  if (!head) return { status: 'unknown' };
  const manifest = await readManifest(store, head.pointer.bundle);
  if (!manifest) return { status: 'broken' };
  if (isSigned(head.pointer) && !options.signKeys?.length) return { status: 'unsigned' };
  return publish(store, emptyBundle(manifest), { ...options, expect: head.pointer.revision });
}

/** For the same Envoys. The rollout that the gateway wants is for what it serves, and this serves nothing. */
export const emptyBundle = ({ gateway, nodes }: Manifest): Bundle =>
  pack({
    gateway,
    nodes,
    compiler: COMPILER_VERSION,
    envoy: ENVOY_VERSION,
    source: textDigest(''),
    resources: [],
    secrets: [],
  });
