/** The sources of endpoints that a relay has: what its operator says in a discovery file, and the bucket in any case. */
import { milliseconds } from '../../compiler/4-lower/quantities.ts';
import type { DiscoveryFile } from '../../compiler/2-validate/generated/types.ts';
import { describeMistakes, readSettings } from '../../compiler/settings.ts';
import type { Store } from '../../store/store.ts';
import { findCluster } from '../kubernetes/access.ts';
import { createKubernetesClient } from '../kubernetes/client.ts';
import type { ListAdmission } from './list-admission.ts';
import type { DiscoveryProvider } from './provider.ts';
import { consulProvider } from './providers/consul.ts';
import { fileProvider } from './providers/file.ts';
import { httpProvider } from './providers/http.ts';
import { kubernetesProvider } from './providers/kubernetes.ts';
import { pushedProvider } from './providers/pushed.ts';

export interface ProvidersInput {
  readonly store: Store;
  /** Which pushed lists are believed; absent: all. */
  readonly admission?: ListAdmission | undefined;
}

/** @throws Error if a kubeconfig cannot be read. */
export async function openProviders(
  file: DiscoveryFile,
  { store, admission }: ProvidersInput,
): Promise<readonly DiscoveryProvider[]> {
  const { consul, http, pushed } = file;
  return [
    ...(file.kubernetes ? [await openKubernetes(file.kubernetes)] : []),
    ...(consul ? [consulProvider(consul)] : []),
    ...(file.cloudMap ? [await openCloudMap(file.cloudMap)] : []),
    ...(file.file ? [fileProvider(file.file)] : []),
    ...(http ? [httpProvider({ servers: http.servers, refreshMs: milliseconds(http.refreshEvery) })] : []),
    pushedProvider({ store, admission, ...(pushed && { refreshMs: milliseconds(pushed.refreshEvery) }) }),
  ];
}

/** @throws Error with a line for each mistake. */
export function parseDiscoveryFile(text: string, path: string): DiscoveryFile {
  const { value, diagnostics } = readSettings('DiscoveryFile', { path, text }, (file) => file);
  if (!value) throw new Error(describeMistakes(diagnostics));
  return value;
}

async function openKubernetes(settings: NonNullable<DiscoveryFile['kubernetes']>): Promise<DiscoveryProvider> {
  const access = await findCluster({ kubeconfig: settings.kubeconfig, context: settings.context });
  return kubernetesProvider({ client: createKubernetesClient(access), namespaces: settings.namespaces });
}

/** The SDK takes long to load, and few relays need it. */
async function openCloudMap(settings: NonNullable<DiscoveryFile['cloudMap']>): Promise<DiscoveryProvider> {
  const { cloudMapProvider } = await import('./providers/cloud-map.ts');
  return cloudMapProvider({ ...settings, refreshMs: milliseconds(settings.refreshEvery) });
}
