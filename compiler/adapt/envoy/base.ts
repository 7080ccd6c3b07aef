/** What the documents come to without any patch: what is still missing is told by comparing. */
import { compile, type CompiledBundle } from '../../index.ts';
import { canonical, type JsonObject, type MessageName, type Messages } from '../../xds/index.ts';
import type { AnyDraft } from '../draft.ts';
import { writeFiles } from '../write.ts';
import { renameClusters } from './cluster-names.ts';
import type { UpstreamOf } from './routes.ts';

type Listener = Messages['envoy.config.listener.v3.Listener'];
type RouteConfiguration = Messages['envoy.config.route.v3.RouteConfiguration'];
type Cluster = Messages['envoy.config.cluster.v3.Cluster'];

export interface Base {
  readonly listener: (name: string) => Listener | undefined;
  readonly routes: (name: string) => RouteConfiguration | undefined;
  readonly cluster: (upstream: string) => Cluster | undefined;
  /** A message of ours in canonical form, with placeholders where it names clusters. */
  readonly ours: <K extends MessageName>(type: K, message: Messages[K]) => JsonObject;
  /** The same of a message of the configuration. */
  readonly theirs: <K extends MessageName>(type: K, message: Messages[K]) => JsonObject;
}

/** Compiles the documents of one gateway, or tells what is wrong with them. */
export function compileBase(
  drafts: readonly AnyDraft[],
  {
    upstreamOf,
    namespace,
    withReferences,
  }: {
    readonly upstreamOf: UpstreamOf;
    readonly namespace: string;
    /** Takes keys and secrets out of a message of the configuration. */
    readonly withReferences: (message: JsonObject) => JsonObject;
  },
): Base | { readonly problem: string } {
  const { bundles, diagnostics } = compile(writeFiles(drafts));
  const [bundle] = bundles;
  if (!bundle) return { problem: diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'nothing' };
  const ours = clustersOf(bundle);
  const upstreams = new Map([...ours].map(([key, cluster]) => [cluster.name, key.slice(namespace.length + 1)]));
  const placeholder = (upstream: string | undefined) => (upstream === undefined ? undefined : `{cluster:${upstream}}`);
  return {
    listener: (name) => find(bundle, 'envoy.config.listener.v3.Listener', name),
    routes: (name) => find(bundle, 'envoy.config.route.v3.RouteConfiguration', name),
    cluster: (upstream) => ours.get(`${namespace}/${upstream}`),
    ours: (type, message) =>
      renameClusters(asJson(canonical(type, message)), (name) => placeholder(upstreams.get(name))),
    theirs: (_, message) => withReferences(renameClusters(asJson(message), (name) => placeholder(upstreamOf(name)))),
  };
}

/** A message is plain JSON. */
export const asJson = (message: object): JsonObject => message as JsonObject;

function find<K extends 'envoy.config.listener.v3.Listener' | 'envoy.config.route.v3.RouteConfiguration'>(
  { resources }: CompiledBundle,
  type: K,
  name: string,
): Messages[K] | undefined {
  const found = resources.find((resource) => resource.type === type && resource.name === name);
  // Of that type it has a message of that type.
  return found && (found.message as object as Messages[K]);
}

const clustersOf = ({ resources }: CompiledBundle): ReadonlyMap<string, Cluster> =>
  new Map(
    resources.flatMap(({ type, message, origin }): [string, Cluster][] =>
      type === 'envoy.config.cluster.v3.Cluster' ? [[origin.key, message]] : [],
    ),
  );
