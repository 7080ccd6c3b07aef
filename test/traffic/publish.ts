import type { CompiledBundle } from '../../compiler/index.ts';
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import { publish } from '../../store/publish.ts';
import type { Store } from '../../store/store.ts';

/** Publishes a bundle as the next revision of its gateway; one that is published already stays. */
export async function publishBundle(store: Store, bundle: Bundle): Promise<void> {
  const time = new Date().toISOString();
  const { status } = await publish(store, bundle, { author: 'test', message: 'test', time });
  if (status === 'conflict') throw new Error(`somebody else published ${bundle.manifest.gateway}`);
}

/** Publishes all bundles of a compilation and returns the only or first one. */
export async function publishBundles(store: Store, bundles: readonly CompiledBundle[]): Promise<CompiledBundle> {
  for (const bundle of bundles) await publishBundle(store, bundle);
  return firstOf(bundles);
}

export function firstOf(bundles: readonly CompiledBundle[]): CompiledBundle {
  const [first] = bundles;
  if (!first) throw new Error('there is no Gateway');
  return first;
}
