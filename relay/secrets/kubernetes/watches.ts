/**
 * Which Secrets of a cluster have changed: each namespace is watched once, for as long as somebody wants a Secret of it. Only
 * names and versions come, so that values which nobody named are never here.
 *
 * Source: https://kubernetes.io/docs/reference/using-api/api-concepts/#metadata-only-fetches
 */
import { isObject, type JsonObject } from '../../../compiler/shape.ts';
import type { KubernetesClient } from '../../kubernetes/client.ts';
import { followCollection } from '../../kubernetes/collection.ts';

export interface SecretWatches {
  /** @returns what ends it */
  watch(namespace: string, name: string, changed: () => void): () => void;
  /** A version that was read: it is no news. */
  read(namespace: string, name: string, version: string): void;
  /** Whether changes in a namespace are told. */
  isWatched(namespace: string): boolean;
  close(): void;
}

interface NamespaceWatch {
  readonly stopped: AbortController;
  readonly listeners: Map<string, Set<() => void>>;
  /** What was read last, by name. */
  readonly versions: Map<string, string>;
  isFailing: boolean;
}

const METADATA_ONLY = {
  list: 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
  watch: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
};

export function createSecretWatches(client: () => Promise<KubernetesClient | undefined>): SecretWatches {
  const namespaces = new Map<string, NamespaceWatch>();
  const watchOf = (namespace: string): NamespaceWatch => {
    const known = namespaces.get(namespace);
    if (known) return known;
    const watch = { stopped: new AbortController(), listeners: new Map(), versions: new Map(), isFailing: true };
    namespaces.set(namespace, watch);
    void client().then((found) => found && follow(found, namespace, watch));
    return watch;
  };
  return {
    watch(namespace, name, changed) {
      const watch = watchOf(namespace);
      const listeners = watch.listeners.get(name) ?? new Set();
      watch.listeners.set(name, listeners.add(changed));
      return () => {
        listeners.delete(changed);
        if (listeners.size > 0) return;
        watch.listeners.delete(name);
        watch.versions.delete(name);
        if (watch.listeners.size > 0) return;
        watch.stopped.abort();
        namespaces.delete(namespace);
      };
    },
    read: (namespace, name, version) => void namespaces.get(namespace)?.versions.set(name, version),
    isWatched: (namespace) => namespaces.get(namespace)?.isFailing === false,
    close() {
      for (const { stopped } of namespaces.values()) stopped.abort();
      namespaces.clear();
    },
  };
}

function follow(client: KubernetesClient, namespace: string, watch: NamespaceWatch): void {
  const { listeners, versions } = watch;
  const tell = (name: string, version: string | undefined): void => {
    if (version !== undefined && versions.get(name) === version) return;
    for (const changed of listeners.get(name) ?? []) changed();
  };
  followCollection(client, {
    path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/secrets`,
    accept: METADATA_ONLY,
    signal: watch.stopped.signal,
    listed(objects) {
      watch.isFailing = false;
      const there = new Map(objects.map((object) => [metadataOf(object, 'name') ?? '', object]));
      for (const name of listeners.keys()) {
        const object = there.get(name);
        // One that is gone keeps its value; asking for it says so.
        if (object) tell(name, metadataOf(object, 'resourceVersion'));
        else if (versions.delete(name)) tell(name, undefined);
      }
    },
    changed: (object) => tell(metadataOf(object, 'name') ?? '', metadataOf(object, 'resourceVersion')),
    failed: () => void (watch.isFailing = true),
    recovered: () => void (watch.isFailing = false),
  });
}

export function metadataOf(object: JsonObject, field: 'name' | 'resourceVersion'): string | undefined {
  const { metadata } = object;
  const value = isObject(metadata) ? metadata[field] : undefined;
  return typeof value === 'string' ? value : undefined;
}
