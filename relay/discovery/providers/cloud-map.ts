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
import { createPace, poll, type Pace } from '../polling.ts';
import { failed, type Answer, type DiscoveryProvider, type Failure } from '../provider.ts';
import { numberOf, settingOf } from '../setting.ts';

export interface CloudMapProviderOptions {
  /** Namespaces of Cloud Map that documents may name: patterns. */
  readonly namespaces: readonly string[];
  /** Where the document says none; default: that of the environment. */
  readonly region?: string | undefined;
  /** Another address than that of AWS. */
  readonly endpoint?: string | undefined;
  /** How often each service is asked for, in milliseconds; default 800. */
  readonly refreshMs?: number;
}

/** The most that Cloud Map gives. */
const MOST_INSTANCES = 1_000;
/**
 * However many services there are, each region is asked only so often: half of what it allows all programs of an account.
 * Source: https://docs.aws.amazon.com/cloud-map/latest/dg/throttling.html
 */
const MOST_A_SECOND = 500;
const TIMEOUT_MS = 10_000;

/** Settings are `{ type: 'cloudMap', namespace, service, region?, port?, attributes? }`. */
export function cloudMapProvider(options: CloudMapProviderOptions): DiscoveryProvider {
  const { namespaces, refreshMs = 800 } = options;
  const regions = new Map<string, Region>();
  const regionOf = (name: string | undefined): Region => {
    const known = regions.get(name ?? '') ?? {
      client: createClient(options, name),
      pace: createPace(refreshMs, MOST_A_SECOND),
    };
    regions.set(name ?? '', known);
    return known;
  };
  return {
    type: 'cloudMap',
    follow(reference, tell, signal) {
      const namespace = settingOf(reference, 'namespace') ?? '';
      const service = settingOf(reference, 'service') ?? '';
      if (!isAllowed(namespaces, namespace, reference))
        return tell(failed('misconfigured', `the relay may not ask Cloud Map for the namespace "${namespace}"`));
      const region = regionOf(settingOf(reference, 'region') ?? options.region);
      region.pace.join(signal);
      follow({ ...region, reference, place: { NamespaceName: namespace, ServiceName: service } }, tell, signal);
    },
    close() {
      for (const { client } of regions.values()) client.destroy();
    },
  };
}

interface Region {
  readonly client: ServiceDiscoveryClient;
  readonly pace: Pace;
}

const createClient = ({ endpoint }: CloudMapProviderOptions, region: string | undefined): ServiceDiscoveryClient =>
  new ServiceDiscoveryClient({
    ...(region !== undefined && { region }),
    // Before AWS's own address the SDK puts `data-`, which leads nowhere elsewhere.
    ...(endpoint !== undefined && { endpoint, disableHostPrefix: true }),
    // The relay has its own times.
    maxAttempts: 1,
  });

interface Query extends Region {
  readonly reference: DiscoveryReference;
  readonly place: { readonly NamespaceName: string; readonly ServiceName: string };
}

function follow(query: Query, tell: (answer: Answer) => void, signal: AbortSignal): void {
  const { pace, place } = query;
  let failures = 0;
  const fail = (failure: Failure): number => {
    tell(failure);
    return pace.delayMs((failures += 1));
  };
  const ask = async (): Promise<number> => {
    const abortSignal = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const answer = await instancesOf(query, abortSignal).catch((error: unknown) => failureOf(error, place));
    if (signal.aborted) return pace.delayMs(0);
    if (answer.status === 'failed') return fail(answer);
    tell(answer);
    failures = 0;
    return pace.delayMs(0);
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
