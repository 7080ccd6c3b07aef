/**
 * Endpoints from Consul, by blocking queries: the agent answers when a service has changed.
 * Source: https://developer.hashicorp.com/consul/api-docs/health#list-service-instances-for-service and
 * https://developer.hashicorp.com/consul/api-docs/features/blocking
 */
import { isObject } from '../../../compiler/shape.ts';
import type { DiscoveryReference } from '../../../compiler/discovered.ts';
import { isAllowed } from '../../secrets/allowed.ts';
import {
  createHttpClient,
  isFailure,
  readToken,
  type ClientTlsFiles,
  type HttpAnswer,
  type HttpClient,
} from '../../secrets/http-client.ts';
import { readInstances } from '../consul-instances.ts';
import { afterFailure, poll } from '../polling.ts';
import { failed, type Answer, type DiscoveryProvider, type Failure } from '../provider.ts';
import { listOf, numberOf, settingOf } from '../setting.ts';

export interface ConsulProviderOptions extends Pick<ClientTlsFiles, 'certificateAuthority'> {
  /** Of the agent. */
  readonly address: string;
  /** Has the token to send. */
  readonly tokenFile?: string;
  /** Services that documents may name: patterns. */
  readonly services: readonly string[];
}

const WAIT_SECONDS = 55;
/** The agent takes up to a sixteenth longer than it is asked to wait. */
const TIMEOUT_MS = (WAIT_SECONDS + 15) * 1_000;
/** Each service holds a request. */
const LIMITS = { bytes: 32 * 1024 * 1024, connections: 10_000 };
/** However fast a service changes, it is asked for only so often, in milliseconds. */
const BREATH_MS = 100;

/** Settings are `{ type: 'consul', service, tags?, datacenter?, port? }`. */
export function consulProvider(options: ConsulProviderOptions): DiscoveryProvider {
  const client = createHttpClient(options, LIMITS);
  return {
    type: 'consul',
    follow(reference, tell, signal) {
      const service = settingOf(reference, 'service') ?? '';
      if (!isAllowed(options.services, service, reference))
        return tell(failed('misconfigured', `the relay may not ask Consul for "${service}"`));
      follow({ client, options, reference, service }, tell, signal);
    },
    close: client.close,
  };
}

interface Query {
  readonly client: HttpClient;
  readonly options: ConsulProviderOptions;
  readonly reference: DiscoveryReference;
  readonly service: string;
}

function follow(query: Query, tell: (answer: Answer) => void, signal: AbortSignal): void {
  let index = 0;
  let failures = 0;
  const fail = (failure: Failure): number => {
    tell(failure);
    index = 0;
    return afterFailure((failures += 1));
  };
  const ask = async (): Promise<number> => {
    const response = await send(query, index, signal);
    if (signal.aborted) return BREATH_MS;
    if (isFailure(response)) return fail(response);
    const answer = read(response, query);
    if (answer.status === 'failed') return fail(answer);
    const next = indexOf(response);
    if (next !== index || index === 0) tell(answer);
    // One that goes back is that of another server, or of one that was restored: begin anew.
    index = next < index ? 0 : next;
    failures = 0;
    return BREATH_MS;
  };
  poll({ signal, tell, ask });
}

async function send({ client, options, reference, service }: Query, index: number, signal: AbortSignal) {
  const token = options.tokenFile === undefined ? undefined : await readToken(options.tokenFile);
  if (token && 'status' in token) return token;
  const url = new URL(`${options.address.replace(/\/$/, '')}/v1/health/service/${encodeURIComponent(service)}`);
  for (const tag of listOf(reference, 'tags')) url.searchParams.append('tag', tag);
  const datacenter = settingOf(reference, 'datacenter');
  if (datacenter !== undefined) url.searchParams.set('dc', datacenter);
  if (index > 0) {
    url.searchParams.set('index', String(index));
    url.searchParams.set('wait', `${WAIT_SECONDS}s`);
  }
  const headers = { accept: 'application/json', ...(token && { 'x-consul-token': token.expose() }) };
  return client.send({ method: 'GET', url, headers }, AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]));
}

/** Absent, or 0, would make the next query not block. */
function indexOf({ headers }: HttpAnswer): number {
  const index = Number(headers['x-consul-index']);
  return Number.isSafeInteger(index) && index > 0 ? index : 1;
}

function read({ status, headers, body }: HttpAnswer, { reference, service }: Query): Answer {
  const refused = (reason: string): Failure =>
    failed('unavailable', `Consul cannot be asked for "${service}": ${reason}`);
  if (status === 403) return refused('it does not let the relay read the service');
  if (status !== 200) return refused(`it answers with ${status}`);
  let instances: unknown;
  try {
    instances = JSON.parse(body.toString());
  } catch {
    instances = undefined; // Told below, as anything else that is no list.
  }
  if (!Array.isArray(instances)) return failed('invalid', `Consul's answer for "${service}" is no list`);
  // Who may not read a service is not refused: its instances are left out.
  const isFiltered = headers['x-consul-results-filtered-by-acls'] === 'true';
  if (isFiltered && instances.length === 0) return refused('it does not let the relay read the service');
  return readInstances(instances.filter(isObject), service, numberOf(reference, 'port'));
}
