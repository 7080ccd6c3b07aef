/** Endpoints from the EndpointSlices of a Kubernetes cluster: one watch for each namespace, whatever the number of Services. */
import type { JsonObject } from '../../../compiler/shape.ts';
import type { KubernetesClient } from '../../kubernetes/client.ts';
import { followCollection } from '../../kubernetes/collection.ts';
import { isAllowed, namespaceOf } from '../../secrets/allowed.ts';
import { endpointsOfSlices, nameOf, serviceOf } from '../endpoint-slices.ts';
import { failed, type Answer, type DiscoveryProvider } from '../provider.ts';
import { settingOf } from '../setting.ts';

export interface KubernetesProviderOptions {
  readonly client: KubernetesClient;
  /** Namespaces of Kubernetes that documents may name: patterns. */
  readonly namespaces: readonly string[];
}

/** Settings are `{ type: 'kubernetes', namespace, service, port }`. */
export function kubernetesProvider({ client, namespaces }: KubernetesProviderOptions): DiscoveryProvider {
  const watched = new Map<string, Namespace>();
  return {
    type: 'kubernetes',
    follow(reference, tell, signal) {
      const namespace = settingOf(reference, 'namespace') ?? namespaceOf(reference);
      if (!isAllowed(namespaces, namespace, reference))
        return tell(failed('misconfigured', `the relay may not read the namespace "${namespace}" of Kubernetes`));
      const known = watched.get(namespace) ?? watchNamespace(client, namespace);
      watched.set(namespace, known);
      const follower = {
        service: settingOf(reference, 'service') ?? '',
        port: settingOf(reference, 'port') ?? '',
        tell,
      };
      known.add(follower);
      signal.addEventListener('abort', () => {
        if (known.remove(follower) === 'empty') watched.delete(namespace);
      });
    },
    close() {
      for (const { stop } of watched.values()) stop();
      client.close();
    },
  };
}

interface Follower {
  readonly service: string;
  readonly port: string;
  readonly tell: (answer: Answer) => void;
}

interface Namespace {
  add(follower: Follower): void;
  /** The last one to leave ends the watch. */
  remove(follower: Follower): 'empty' | 'followed';
  stop(): void;
}

function watchNamespace(client: KubernetesClient, namespace: string): Namespace {
  const stopped = new AbortController();
  const followers = new Set<Follower>();
  const slices = new Map<string, Map<string, JsonObject>>();
  let state: 'unlisted' | 'current' | 'failing' = 'unlisted';

  const tell = ({ service, port, tell: told }: Follower): void =>
    told({ status: 'found', endpoints: endpointsOfSlices([...(slices.get(service)?.values() ?? [])], port) });
  const tellAll = (): void => {
    state = 'current';
    followers.forEach(tell);
  };
  const put = (slice: JsonObject): void => {
    const service = serviceOf(slice) ?? '';
    const ofService = slices.get(service) ?? new Map<string, JsonObject>();
    slices.set(service, ofService.set(nameOf(slice), slice));
  };

  followCollection(client, {
    path: `/apis/discovery.k8s.io/v1/namespaces/${encodeURIComponent(namespace)}/endpointslices`,
    signal: stopped.signal,
    listed(objects) {
      slices.clear();
      objects.forEach(put);
      tellAll();
    },
    changed(slice, presence) {
      const service = serviceOf(slice) ?? '';
      if (presence === 'there') put(slice);
      else slices.get(service)?.delete(nameOf(slice));
      if (slices.get(service)?.size === 0) slices.delete(service);
      for (const follower of followers) if (follower.service === service) tell(follower);
    },
    failed(message, status) {
      state = state === 'unlisted' ? 'unlisted' : 'failing';
      const reason = status === 403 || status === 401 ? 'it does not let the relay in' : message;
      const failure = failed(
        'unavailable',
        `${client.server} cannot be asked for endpoints in "${namespace}": ${reason}`,
      );
      for (const follower of followers) follower.tell(failure);
    },
    recovered: tellAll,
  });

  return {
    add(follower) {
      followers.add(follower);
      if (state === 'current') tell(follower);
    },
    remove(follower) {
      followers.delete(follower);
      if (followers.size > 0) return 'followed';
      stopped.abort();
      return 'empty';
    },
    stop: () => stopped.abort(),
  };
}
