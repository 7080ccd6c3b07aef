/**
 * Endpoints from AWS Cloud Map, whose instances are asked for again and again: their revision, which would be less to ask for,
 * does not change with their health.
 * Source: https://docs.aws.amazon.com/cloud-map/latest/api/API_DiscoverInstances.html
 */
import { DiscoverInstancesCommand, ServiceDiscoveryClient } from '@aws-sdk/client-servicediscovery';
import type { DiscoveryReference } from '../../../compiler/discovered.ts';
import { isObject } from '../../../compiler/shape.ts';
import { isAllowed } from '../../secrets/allowed.ts';
import { readInstances } from '../cloud-map-instances.ts';
import { afterFailure, poll, spread } from '../polling.ts';
import { failed, type Answer, type DiscoveryProvider, type Failure } from '../provider.ts';
import { numberOf, settingOf } from '../setting.ts';

export interface CloudMapProviderOptions {
  /** Namespaces of Cloud Map that documents may name: patterns. */
  readonly namespaces: readonly string[];
  /** Where the document says none; default: that of the environment. */
  readonly region?: string | undefined;
  /** Another address than that of AWS. */
  readonly endpoint?: string | undefined;
  /** How often each service is asked for, in milliseconds; default 1,000. */
  readonly refreshMs?: number;
}

/** The most that Cloud Map gives. */
const MOST_INSTANCES = 1_000;
const TIMEOUT_MS = 10_000;

/** Settings are `{ type: 'cloudMap', namespace, service, region?, port?, attributes? }`. */
export function cloudMapProvider(options: CloudMapProviderOptions): DiscoveryProvider {
  const { namespaces, refreshMs = 1_000 } = options;
  const clients = new Map<string, ServiceDiscoveryClient>();
  const clientFor = (region: string | undefined): ServiceDiscoveryClient => {
    const known = clients.get(region ?? '') ?? createClient(options, region);
    clients.set(region ?? '', known);
    return known;
  };
  return {
    type: 'cloudMap',
    follow(reference, tell, signal) {
      const namespace = settingOf(reference, 'namespace') ?? '';
      const service = settingOf(reference, 'service') ?? '';
      if (!isAllowed(namespaces, namespace, reference))
        return tell(failed('misconfigured', `the relay may not ask Cloud Map for the namespace "${namespace}"`));
      const client = clientFor(settingOf(reference, 'region') ?? options.region);
      follow({ client, reference, refreshMs, place: { NamespaceName: namespace, ServiceName: service } }, tell, signal);
    },
    close() {
      for (const client of clients.values()) client.destroy();
    },
  };
}

const createClient = ({ endpoint }: CloudMapProviderOptions, region: string | undefined): ServiceDiscoveryClient =>
  new ServiceDiscoveryClient({
    ...(region !== undefined && { region }),
    // Before AWS's own address the SDK puts `data-`, which leads nowhere elsewhere.
    ...(endpoint !== undefined && { endpoint, disableHostPrefix: true }),
    // The relay has its own times.
    maxAttempts: 1,
  });

interface Query {
  readonly client: ServiceDiscoveryClient;
  readonly reference: DiscoveryReference;
  readonly refreshMs: number;
  readonly place: { readonly NamespaceName: string; readonly ServiceName: string };
}

function follow(query: Query, tell: (answer: Answer) => void, signal: AbortSignal): void {
  let failures = 0;
  const fail = (failure: Failure): number => {
    tell(failure);
    return afterFailure((failures += 1));
  };
  const ask = async (): Promise<number> => {
    const abortSignal = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    try {
      const answer = await instancesOf(query, abortSignal);
      if (signal.aborted) return query.refreshMs;
      if (answer.status === 'failed') return fail(answer);
      tell(answer);
      failures = 0;
      return spread(query.refreshMs);
    } catch (error) {
      return signal.aborted ? query.refreshMs : fail(failureOf(error, query.place));
    }
  };
  poll({ signal, tell, ask });
}

async function instancesOf({ client, place, reference }: Query, abortSignal: AbortSignal): Promise<Answer> {
  const { attributes } = reference.source;
  const command = new DiscoverInstancesCommand({
    ...place,
    HealthStatus: 'ALL',
    MaxResults: MOST_INSTANCES,
    ...(isObject(attributes) && { QueryParameters: textsOf(attributes) }),
  });
  const { Instances = [] } = await client.send(command, { abortSignal });
  return readInstances(Instances, place.ServiceName, numberOf(reference, 'port'));
}

const textsOf = (attributes: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)]));

/** What the SDK throws has a name that is the API's code. */
function failureOf(error: unknown, { NamespaceName, ServiceName }: Query['place']): Failure {
  const name = error instanceof Error ? error.name : 'an error';
  const isMissing = name === 'ServiceNotFound' || name === 'NamespaceNotFound';
  return failed(
    isMissing ? 'not-found' : 'unavailable',
    `Cloud Map cannot be asked for "${ServiceName}" in "${NamespaceName}": ${name}`,
  );
}
