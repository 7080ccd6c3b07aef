/**
 * Where a cluster's API is, and how to show it who asks: as a program within the cluster finds it, or by a kubeconfig.
 *
 * Files are named here and read with each request, since tokens and certificates rotate.
 * Source: https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/
 */
import { join } from 'node:path';
import { readNamedText } from '../../store/named-file.ts';
import type { Redacted } from '../../store/redacted.ts';
import { readKubeconfig } from './kubeconfig.ts';

export interface ClusterAccess {
  /** For example `https://10.0.0.1:443`. */
  readonly server: string;
  /** Who vouches for the server, PEM; absent: the system's authorities. */
  readonly certificateAuthority?: Source;
  /** The name that the server's certificate must have; absent: that of the URL. */
  readonly serverName?: string;
  /** The bearer token. */
  readonly token?: Source;
  readonly clientCertificate?: { readonly certificateChain: Source; readonly privateKey: Source };
}

/** A text, or where it is found each time that it is needed. */
export type Source = { readonly file: string } | { readonly text: Redacted<string> };

export interface ClusterChoice {
  /** The path of a kubeconfig; absent: the cluster that this program runs in. */
  readonly kubeconfig?: string | undefined;
  /** Which of its contexts; absent: its current one. */
  readonly context?: string | undefined;
  /** Where programs within a cluster find their token and the cluster's authority; for tests. */
  readonly serviceAccountFolder?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** @throws Error with a sentence if there is no cluster, or the kubeconfig cannot be used. */
export async function findCluster(choice: ClusterChoice): Promise<ClusterAccess> {
  const { kubeconfig, context } = choice;
  if (kubeconfig === undefined) return ownCluster(choice);
  return readKubeconfig(await readNamedText(kubeconfig), kubeconfig, context);
}

function ownCluster({ serviceAccountFolder = SERVICE_ACCOUNT, environment = process.env }: ClusterChoice) {
  const host = environment['KUBERNETES_SERVICE_HOST'];
  const port = environment['KUBERNETES_SERVICE_PORT'] ?? '443';
  if (host === undefined || host === '')
    throw new Error('the relay does not run in a Kubernetes cluster, and no kubeconfig says another');
  return {
    server: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    certificateAuthority: { file: join(serviceAccountFolder, 'ca.crt') },
    token: { file: join(serviceAccountFolder, 'token') },
  };
}

/** @throws Error if a file cannot be read. */
export const readSource = async (source: Source): Promise<string> =>
  'file' in source ? readNamedText(source.file) : source.text.expose();
