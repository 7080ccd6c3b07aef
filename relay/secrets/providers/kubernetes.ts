/** Secrets of Kubernetes: read one by one, and again when a watch says that one has changed. */
import type { SecretReference } from '../../../compiler/5-pack/bundle.ts';
import { isObject, type JsonObject } from '../../../compiler/shape.ts';
import { findCluster, type ClusterChoice } from '../../kubernetes/access.ts';
import { createKubernetesClient, KubernetesError, type KubernetesClient } from '../../kubernetes/client.ts';
import { isAllowed } from '../allowed.ts';
import { createSecretWatches, metadataOf } from '../kubernetes/watches.ts';
import { resolveParts, settingOf, type Part, type PartName } from '../parts.ts';
import { failed, storeFailed, type Failure, type SecretProvider } from '../provider.ts';

export interface KubernetesProviderOptions extends ClusterChoice {
  /** Namespaces of Kubernetes that documents may name; default: that of the document. See `allowed.ts`. */
  readonly namespaces?: readonly string[];
}

/** How often to look where a namespace is watched, and where it cannot be, in milliseconds. */
const WATCHED_MS = 300_000;
const UNWATCHED_MS = 10_000;

/** Settings are those of `KubernetesSecret` in schemas/secret.schema.json, with a namespace. */
export function kubernetesProvider({
  namespaces = ['{namespace}'],
  ...choice
}: KubernetesProviderOptions): SecretProvider {
  const cluster = createCluster(choice);
  const watches = createSecretWatches(async () => {
    const client = await cluster.client();
    return 'status' in client ? undefined : client;
  });
  return {
    type: 'kubernetes',
    refreshMs: UNWATCHED_MS,
    async resolve(reference, signal) {
      const { namespace, name } = placeOf(reference);
      if (!isAllowed(namespaces, namespace, reference))
        return failed('misconfigured', `the relay may not read Secrets of the Kubernetes namespace "${namespace}"`);
      const client = await cluster.client();
      if ('status' in client) return client;
      const secret = await read(client, namespace, name, signal);
      if (isFailure(secret)) return secret;
      const version = metadataOf(secret, 'resourceVersion');
      if (version !== undefined) watches.read(namespace, name, version);
      const resolution = await resolveParts(reference, (part) => readKey(secret, reference, part));
      const refreshMs = watches.isWatched(namespace) ? WATCHED_MS : UNWATCHED_MS;
      return resolution.status === 'failed' ? resolution : { ...resolution, refreshMs };
    },
    watch(reference, changed) {
      const { namespace, name } = placeOf(reference);
      return isAllowed(namespaces, namespace, reference) ? watches.watch(namespace, name, changed) : () => undefined;
    },
    close() {
      watches.close();
      cluster.close();
    },
  };
}

const placeOf = (reference: SecretReference) => ({
  namespace: settingOf(reference, 'namespace') ?? '',
  name: settingOf(reference, 'name') ?? '',
});

/** The client, made at the first use; what keeps it from being made is tried anew each time. */
function createCluster(choice: ClusterChoice) {
  let client: KubernetesClient | undefined;
  return {
    async client(): Promise<KubernetesClient | Failure> {
      try {
        client ??= createKubernetesClient(await findCluster(choice));
        return client;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { ...failed('misconfigured', reason), isOfStore: true };
      }
    },
    close: () => client?.close(),
  };
}

async function read(client: KubernetesClient, namespace: string, name: string, signal: AbortSignal) {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/secrets/${encodeURIComponent(name)}`;
  try {
    const secret = await client.get(path, { signal });
    return isObject(secret) ? secret : storeFailed(`${client.server} answers with what is no Secret`);
  } catch (error) {
    return toFailure(error, `${namespace}/${name}`);
  }
}

const isFailure = (secret: JsonObject | Failure): secret is Failure => secret['status'] === 'failed';

function toFailure(error: unknown, secret: string): Failure {
  if (!(error instanceof KubernetesError)) throw error;
  if (error.status === 404) return failed('not-found', `Kubernetes has no Secret "${secret}"`);
  if (error.status === 403)
    return failed('unavailable', `Kubernetes does not let the relay read the Secret "${secret}"`);
  return storeFailed(`Kubernetes cannot be asked: ${error.message}`);
}

/** What each part is called in Secrets of type `kubernetes.io/tls`, and beside them. */
const USUAL_KEYS: Readonly<Record<PartName, string>> = {
  certificateChain: 'tls.crt',
  privateKey: 'tls.key',
  ocspStaple: 'tls.ocsp-staple',
  value: 'value',
};

function readKey(secret: JsonObject, reference: SecretReference, part: PartName): Part {
  const usual = part === 'value' && reference.type === 'certificate-authority' ? 'ca.crt' : USUAL_KEYS[part];
  const key = settingOf(reference, part) ?? usual;
  const { data } = secret;
  const value = isObject(data) && Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof value === 'string'
    ? { status: 'read', bytes: Buffer.from(value, 'base64') }
    : failed('not-found', `it has no key "${key}"`);
}
