/** Keeps up with a collection of a Kubernetes API, such as the EndpointSlices of a namespace. */
import { isObject, type JsonObject } from '../../compiler/shape.ts';
import { KubernetesError, type KubernetesClient } from './client.ts';
import {
  backoff,
  stepCollection,
  UNLISTED,
  type CollectionEffect,
  type CollectionEvent,
  type CollectionState,
} from './collection-state.ts';

export interface CollectionOptions {
  /** For example `/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices`. */
  readonly path: string;
  /** For example `labelSelector=app%3Dcart`. */
  readonly query?: string;
  /** What is asked for instead of whole objects, such as metadata only: media types for the list and for the watch. */
  readonly accept?: { readonly list: string; readonly watch: string };
  /** There is a whole new list: what is not in it is gone. */
  readonly listed: (objects: readonly JsonObject[]) => void;
  /** One object is new or has changed (`there`), or is gone. */
  readonly changed: (object: JsonObject, state: 'there' | 'gone') => void;
  /** The collection cannot be read; the sentence has no credential. What was told before may be out of date. */
  readonly failed: (message: string, status: number | undefined) => void;
  /** The collection is followed again after a failure. */
  readonly recovered: () => void;
  readonly signal: AbortSignal;
}

/** How long a watch may last, in seconds: a load balancer may have lost one that is silent. */
const WATCH_SECONDS = 290;
/** How much longer than that it may take to end, in milliseconds. */
const GRACE_MS = 20_000;
/** How many objects a list has at once; more come in pages. */
const PAGE = 500;

/** Follows the collection until the signal aborts. Its callbacks must not throw. */
export function followCollection(client: KubernetesClient, options: CollectionOptions): void {
  const { signal } = options;
  let state: CollectionState = UNLISTED;
  let timer: NodeJS.Timeout | undefined;
  let isFailing = false;
  const opened = (): void => {
    if (isFailing && !signal.aborted) options.recovered();
    isFailing = false;
  };
  signal.addEventListener('abort', () => clearTimeout(timer));

  const happen = (event: CollectionEvent): void => {
    if (signal.aborted) return;
    const [next, effects] = stepCollection(state, event);
    state = next;
    for (const effect of effects) perform(effect);
  };
  const perform = (effect: CollectionEffect): void => {
    if (effect.kind === 'wait') {
      timer = setTimeout(happen, backoff(effect.failures, Math.random()), { kind: 'waited' });
      return;
    }
    const action =
      effect.kind === 'list' ? list(client, options) : watch(client, options, { ...effect, happen, opened });
    action.then(happen, (error: unknown) => {
      if (signal.aborted) return;
      isFailing = true;
      const status = error instanceof KubernetesError ? error.status : undefined;
      options.failed(error instanceof Error ? error.message : String(error), status);
      happen({ kind: 'failed', status });
    });
  };
  happen({ kind: 'start' });
}

/** Reads all pages. Each is as of the moment of the first. */
async function list(
  client: KubernetesClient,
  { path, query, accept, listed, signal }: CollectionOptions,
): Promise<CollectionEvent> {
  const objects: JsonObject[] = [];
  let token: string | undefined;
  let resourceVersion = '';
  do {
    const more = token === undefined ? '' : `&continue=${encodeURIComponent(token)}`;
    const body = await client.get(`${path}?limit=${PAGE}${more}${query === undefined ? '' : `&${query}`}`, {
      signal,
      accept: accept?.list,
    });
    const { items, metadata } = readList(body, path);
    objects.push(...items);
    token = textOf(metadata, 'continue');
    resourceVersion = textOf(metadata, 'resourceVersion') ?? '';
  } while (token !== undefined);
  if (!signal.aborted) listed(objects);
  return { kind: 'listed', resourceVersion };
}

function readList(body: unknown, path: string) {
  const items = isObject(body) ? body['items'] : undefined;
  const metadata = isObject(body) ? body['metadata'] : undefined;
  if (!isObject(metadata) || (items !== null && !Array.isArray(items)))
    throw new KubernetesError(`${path} answers with what is no list`);
  return { items: (items ?? []).filter(isObject), metadata };
}

interface WatchFrom {
  readonly resourceVersion: string;
  readonly happen: (event: CollectionEvent) => void;
  readonly opened: () => void;
}

async function watch(
  client: KubernetesClient,
  { path, query, accept, changed, signal }: CollectionOptions,
  { resourceVersion, happen, opened }: WatchFrom,
): Promise<CollectionEvent> {
  const from = `watch=1&allowWatchBookmarks=true&timeoutSeconds=${WATCH_SECONDS}&resourceVersion=${resourceVersion}`;
  const overdue = AbortSignal.timeout(WATCH_SECONDS * 1_000 + GRACE_MS);
  const request = { signal: AbortSignal.any([signal, overdue]), accept: accept?.watch, opened };
  await client.watch(`${path}?${from}${query === undefined ? '' : `&${query}`}`, request, (event) => {
    if (signal.aborted) return;
    const { type, object, reached } = readEvent(event, path);
    if (type === 'ADDED' || type === 'MODIFIED') changed(object, 'there');
    if (type === 'DELETED') changed(object, 'gone');
    if (reached !== undefined) happen({ kind: 'reached', resourceVersion: reached });
  });
  return { kind: 'watch-ended' };
}

/** @throws KubernetesError for an `ERROR` event, with the status that it has. */
function readEvent(event: unknown, path: string) {
  const object = isObject(event) ? event['object'] : undefined;
  if (!isObject(event) || !isObject(object)) throw new KubernetesError(`${path} tells of what is no change`);
  if (event['type'] === 'ERROR') {
    const code = typeof object['code'] === 'number' ? object['code'] : undefined;
    throw new KubernetesError(`the watch ended: ${textOf(object, 'message') ?? 'the server gives no reason'}`, code);
  }
  const metadata = object['metadata'];
  return { type: event['type'], object, reached: isObject(metadata) ? textOf(metadata, 'resourceVersion') : undefined };
}

function textOf(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
