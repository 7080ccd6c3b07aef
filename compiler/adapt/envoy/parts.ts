/** Each listener: recognized, with its hosts and routes, or carried as it is. */
import type { MakeRemark } from '../remark.ts';
import type { TakeName } from '../names.ts';
import { placeOf } from '../source.ts';
import type { EnvoyConfiguration, FoundListener } from './config.ts';
import { listenerName } from './config.ts';
import { planHosts, type HostPlan } from './hosts.ts';
import { planListener, type ListenerPlan } from './listeners.ts';
import {
  chainDifference,
  httpResidue,
  listenerResidue,
  tcpDifference,
  type Change,
  type ResidueContext,
} from './residue.ts';
import type { UpstreamOf } from './routes.ts';
import { planTcp, type TcpPlan } from './tcp.ts';

export interface Recognized {
  readonly found: FoundListener;
  /** As the configuration has it. */
  readonly name: string;
  readonly plan: ListenerPlan;
  readonly hosts: readonly HostPlan[];
  readonly tcp: readonly TcpPlan[];
}

/** A listener that is carried as it is. */
export type Raw = Pick<Recognized, 'found' | 'name'>;

/** Whether listeners become what we have words for, or are all carried as they are. */
export type Mode = 'recognize' | 'raw';

export interface PartContext {
  readonly takeHost: TakeName;
  readonly takeRoute: TakeName;
  readonly upstreamOf: UpstreamOf;
  readonly remark: MakeRemark;
}

export const isRecognized = (part: Recognized | Raw): part is Recognized => 'plan' in part;

export const planParts = (
  configuration: EnvoyConfiguration,
  mode: Mode,
  context: PartContext,
): readonly (Recognized | Raw)[] =>
  configuration.listeners.map((found) =>
    mode === 'raw'
      ? rawPart(found, 'documents of it would not compile', context)
      : planPart(found, configuration, context),
  );

function planPart(found: FoundListener, configuration: EnvoyConfiguration, context: PartContext): Recognized | Raw {
  const plan = planListener(found, configuration);
  if ('reason' in plan) return rawPart(found, plan.reason, context);
  const hosts = plan.http.length > 0 ? planHosts(plan, { ...context, take: context.takeHost }) : [];
  if (typeof hosts === 'string') return rawPart(found, hosts, context);
  const tcp = plan.tcp.length > 0 ? planTcp(plan, { ...context, take: context.takeRoute }) : [];
  return typeof tcp === 'string' ? rawPart(found, tcp, context) : { found, name: plan.name, plan, hosts, tcp };
}

function rawPart(found: FoundListener, reason: string, { remark }: PartContext): Raw {
  const name = listenerName(found.message);
  remark('approximated', placeOf(found.source), `the listener "${name}" is carried as Envoy's own: ${reason}`);
  return { found, name };
}

/** What a recognized listener says beyond the documents that were made of it. */
export function changesOf({ plan, hosts, tcp }: Recognized, context: ResidueContext): readonly Change[] {
  if (hosts.length > 0) return httpResidue(plan, hosts, context);
  const { base, keyOf } = context;
  const listener = context.listenerOf(plan);
  const chains = base.listener(listener)?.filter_chains ?? [];
  const ofChains = tcp.flatMap(({ name, chain }): readonly Change[] => {
    const ours = chains.find((one) => one.name === keyOf(name));
    if (!ours) return [];
    const settings = chain.tls && chainDifference(ours, chain.chain, base);
    const merge = { ...settings, ...tcpDifference(ours, chain.chain, base) };
    return Object.keys(merge).length > 0 ? [{ type: 'FilterChain', listener, tcpRoute: name, merge }] : [];
  });
  return [...listenerResidue(plan, context), ...ofChains];
}
