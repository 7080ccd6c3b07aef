/**
 * What EnvoyPatch documents do to one gateway.
 *
 * Clusters and routes are patched as they are made: the name of a cluster depends on its settings, and how routes are
 * looked up on their matches. All else is patched when it is whole. A gateway without patches goes through none of this.
 */
import type { Valid } from '../../2-validate/model.ts';
import { selectsRoute, type LinkedChange } from '../../3-link/gateway/envoy-patches.ts';
import type { LinkedGateway, LinkedListener, LinkedRoute, Resolve } from '../../3-link/graph.ts';
import { at, pointerSegment, type Location } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Messages } from '../../xds/index.ts';
import type { LoweredUpstream } from '../cluster/clusters.ts';
import { sdsSecret } from '../config-source.ts';
import { jsonValue } from '../json-value.ts';
import type { LowerMemo } from '../memo.ts';
import type { ReportAt } from '../raw/message.ts';
import { placeholders } from '../raw/placeholders.ts';
import type { LoweredResource } from '../resource.ts';
import type { EnvoyRoute } from '../route/route.ts';
import { addedResources } from './added.ts';
import { checkBootstrap } from './bootstrap.ts';
import { applyChange, type DocumentContext } from './change.ts';
import { checkWhole } from './consistency.ts';
import { patchListener } from './listener.ts';
import { patchMemo } from './memo.ts';
import { patchUpstream } from './upstream.ts';

type Bootstrap = Messages['envoy.config.bootstrap.v3.Bootstrap'];

export interface Patches {
  /** Where routes are remembered: patched ones for as long as the patches are the same. */
  readonly routes: LowerMemo['routes'];
  readonly upstream: (lowered: LoweredUpstream) => LoweredUpstream;
  readonly route: (linked: LinkedRoute, route: EnvoyRoute) => EnvoyRoute;
  /** The resources of one listener of the gateway. */
  readonly listener: (linked: LinkedListener, resources: readonly LoweredResource[]) => readonly LoweredResource[];
  readonly bootstrap: (bootstrap: Bootstrap) => Bootstrap;
  /**
   * All resources of the gateway, those that patches add among them.
   *
   * @param made gives the others; it is called when patches have named all clusters that they name
   */
  readonly resources: (made: () => readonly LoweredResource[]) => readonly LoweredResource[];
  readonly documents: readonly Valid<'EnvoyPatch'>[];
  readonly secrets: () => readonly Valid<'Secret'>[];
}

/** What patches need of the gateway that they are for. */
export interface PatchesContext {
  readonly clusterOf: (upstream: Valid<'Upstream'>) => string;
  readonly resolve: Resolve;
  readonly report: Report;
  readonly memo: LowerMemo;
}

export function openPatches(gateway: LinkedGateway, context: PatchesContext): Patches {
  const { documents } = gateway.patches;
  return documents.length === 0 ? unpatched(context.memo) : patched(gateway, context);
}

const unpatched = ({ routes }: LowerMemo): Patches => ({
  routes,
  upstream: (lowered) => lowered,
  route: (_, route) => route,
  listener: (_, resources) => resources,
  bootstrap: (bootstrap) => bootstrap,
  resources: (made) => made(),
  documents: [],
  secrets: () => [],
});

/** Applies changes to a message in turn, and tells of the documents that they came from. */
export type ApplyChanges = <K extends Parameters<typeof applyChange>[0]>(
  type: K,
  message: Messages[K],
  changes: readonly LinkedChange[],
) => Messages[K];

function patched(gateway: LinkedGateway, outer: PatchesContext): Patches {
  const { documents, changes } = gateway.patches;
  let isSound = true;
  const report: Report = (...mistake) => {
    isSound = false;
    outer.report(...mistake);
  };
  const context = { ...outer, report };
  const { contextFor, nameAll, secrets } = documentContexts(documents, context);
  const memo = patchMemo(gateway, context);
  const apply: ApplyChanges = (type, message, selected) =>
    selected.reduce(
      (now, one) => applyChange(type, now, one.change, { pointer: one.pointer, ...contextFor(one.source) }),
      message,
    );
  const ofRoutes = changes.filter(({ change }) => change.type === 'Route');
  const ofBootstrap = changes.filter(({ change }) => change.type === 'Bootstrap');
  const used = new Set<string>();
  const upstreams = { changes, apply, report, known: memo.upstreams, pending: new Set<string>() };
  return {
    documents,
    routes: memo.routes,
    upstream: (lowered) => {
      used.add(lowered.upstream.key);
      return patchUpstream(lowered, upstreams);
    },
    route: (linked, route) =>
      apply(
        'envoy.config.route.v3.Route',
        route,
        ofRoutes.filter((change) => selectsRoute(change, linked)),
      ),
    listener: (linked, resources) => patchListener(linked, resources, { changes, apply }),
    bootstrap: (bootstrap) => {
      const whole = apply('envoy.config.bootstrap.v3.Bootstrap', bootstrap, ofBootstrap);
      checkBootstrap(whole, ofBootstrap, report);
      return whole;
    },
    resources: (made) => {
      nameAll();
      const added = documents.flatMap((document) => addedResources(document, contextFor(document)));
      const all = [...made(), ...added];
      for (const one of changes) checkUsed(one, { used, gateway }, report);
      checkWhole(all, gateway, report);
      // A patch that is wrong is wrong the next time as well.
      if (!isSound) outer.memo.patched.delete(gateway.source.key);
      return all;
    },
    secrets: () => [...secrets],
  };
}

/** Which upstreams a gateway sends requests to is known when all else has been made. */
function checkUsed(
  { change, source, pointer, upstream }: LinkedChange,
  { used, gateway }: { readonly used: ReadonlySet<string>; readonly gateway: LinkedGateway },
  report: Report,
): void {
  if (!upstream || used.has(upstream.key)) return;
  report('selects-nothing', at(source.document, pointer), { type: change.type, gateway: gateway.source.key });
}

/** The placeholders and the reports of each document. */
function documentContexts(documents: readonly Valid<'EnvoyPatch'>[], { clusterOf, resolve, report }: PatchesContext) {
  const secrets = new Set<Valid<'Secret'>>();
  const contextOf = (source: Valid<'EnvoyPatch'>): DocumentContext => {
    const reportAt: ReportAt = (code, pointer, params) => report(code, at(source.document, pointer), params);
    const { clusters, secrets: named } = source.value.spec;
    const cluster = (reference: string) => clusterOf(resolve('Upstream', source, reference));
    const secret = (reference: string) => jsonValue(sdsSecret(resolve('Secret', source, reference).key));
    const names = { cluster: { names: clusters, value: cluster }, secret: { names: named, value: secret } };
    return { fill: placeholders(names, reportAt), report: reportAt };
  };
  const known = new Map(documents.map((source) => [source, contextOf(source)]));
  return {
    secrets,
    contextFor: (source: Valid<'EnvoyPatch'>) => known.get(source) ?? contextOf(source),
    /** All documents that are named become part of the gateway, whether or not what names them is made anew. */
    nameAll: () => {
      for (const source of documents) {
        for (const reference of Object.values(source.value.spec.clusters))
          clusterOf(resolve('Upstream', source, reference));
        for (const [name, reference] of Object.entries(source.value.spec.secrets)) {
          const secret = resolve('Secret', source, reference);
          checkSecret(secret, at(source.document, `/spec/secrets${pointerSegment(name)}`), report);
          secrets.add(secret);
        }
      }
    },
  };
}

/** The relay serves API keys and users in another way than SDS. */
function checkSecret(secret: Valid<'Secret'>, where: Location, report: Report): void {
  const { type } = secret.value.spec;
  if (type !== 'api-keys' && type !== 'basic-auth-users') return;
  const declared = at(secret.document, '/spec/type');
  report('wrong-secret-type', where, { name: secret.key, type, expected: 'generic', declared });
}
