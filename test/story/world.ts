/** What the story needs: a bucket, the API before it, a relay behind it, and Envoys; and ways to call them. */
import { expect, onTestFinished } from 'vitest';
import { createLog } from '../../relay/log.ts';
import { startRelay } from '../../relay/relay.ts';
import { createS3Store } from '../../store/s3.ts';
import type { Store } from '../../store/store.ts';
import type { RunningDeployment } from '../functions/entry/deployed.ts';
import type { EnvoyForTests } from '../servers/envoy.ts';
import { request, type ClientResponse } from '../servers/http-client.ts';
import type { OidcProvider } from '../servers/oidc.ts';
import { reservePort } from '../servers/ports.ts';
import type { S3Server } from '../servers/versitygw.ts';
import { readDescription } from './documented.ts';

export type Deploy = (bucket: string, store: Store) => Promise<RunningDeployment>;
export type GatewayOfStory = 'edge' | 'internal';
export const GATEWAYS: readonly GatewayOfStory[] = ['edge', 'internal'];

/** A rollout bakes, and machines may be busy. */
export const SLOW = { timeout: 60_000, interval: 200 };

export interface Answer {
  readonly status: number;
  readonly etag: string;
  /** JSON as a value; the assertions say what it is expected to be. */
  readonly body: ReturnType<typeof JSON.parse>;
}

/** Asks the API as a member of a group; `nobody` shows a token that nobody has issued. The answer must be as described. */
export type Call = (
  group: 'viewers' | 'editors' | 'operators' | 'nobody',
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

export interface StoryWorld {
  readonly url: string;
  readonly store: Store;
  readonly call: Call;
  readonly relayPort: number;
  /** Where the gateways listen. */
  readonly ports: Readonly<Record<GatewayOfStory, number>>;
  /** Starts an Envoy of a gateway with the bootstrap that the API gives. */
  readonly startEnvoy: (gateway: GatewayOfStory) => Promise<void>;
  /** Sends a request through a gateway's Envoy; fails while none listens there. */
  readonly shop: (
    gateway: GatewayOfStory,
    wishes?: { readonly method?: string; readonly path?: string; readonly token?: string },
  ) => Promise<ClientResponse>;
}

/** Gateway documents whose nodes change over in a step, and then all at once. */
export const gatewaysOf = ({ ports, relayPort }: Pick<StoryWorld, 'ports' | 'relayPort'>) =>
  GATEWAYS.map((name) => ({
    apiVersion: 'enroute.dev/v1',
    kind: 'Gateway',
    metadata: { name },
    spec: {
      listeners: [{ name: 'http', port: ports[name], protocol: 'HTTP' }],
      accessLog: [],
      admin: { port: 0 },
      relay: { port: relayPort },
      rollout: { steps: [{ nodes: { percentage: 50 }, bakeTime: '1s' }], bakeTime: '1s' },
    },
  }));

export interface Parts {
  readonly s3: S3Server;
  readonly provider: OidcProvider;
  readonly deploy: Deploy;
  readonly envoys: EnvoyForTests;
}

export async function startStory({ s3, provider, deploy, envoys }: Parts): Promise<StoryWorld> {
  const bucket = await s3.createBucket();
  const store = createS3Store({ ...s3.storeOptions(bucket), prefix: 'enroute' });
  const api = await deploy(bucket, store);
  onTestFinished(api.stop);
  const call = await createCall(api.url, provider);
  const ports = { edge: await reservePort(), internal: await reservePort() };
  return {
    url: api.url,
    store,
    call,
    relayPort: await relayOn(store),
    ports,
    async startEnvoy(gateway) {
      const bootstrap = await call('viewers', 'GET', `/v1/gateways/${gateway}/bootstrap?node=${gateway}-1`);
      expect(bootstrap.status).toBe(200);
      await envoys.start({ bootstrap: bootstrap.body, nodeId: `${gateway}-1` });
    },
    shop: (gateway, { method = 'GET', path = '/items', token } = {}) =>
      request({
        port: ports[gateway],
        host: 'shop.test',
        method,
        path,
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      }),
  };
}

async function relayOn(store: Store): Promise<number> {
  const relay = await startRelay({
    store,
    listen: '127.0.0.1:0',
    adminListen: '127.0.0.1:0',
    pollIntervalMs: 100,
    fleetReport: 500,
    closeGraceMs: 0,
    log: createLog({ level: 'silent' }),
  });
  onTestFinished(() => relay.close());
  return Number(relay.adsAddress.split(':').at(-1));
}

async function createCall(url: string, provider: OidcProvider): Promise<Call> {
  const check = await readDescription(url);
  return async (group, method, path, body, headers = {}) => {
    const token = group === 'nobody' ? 'wrong' : await tokenOf(group, provider);
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        // A Worker that answers before it has read all of a body hangs up, and another request may be under way by then.
        connection: 'close',
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    check({ method, path, status: response.status, headers: response.headers, text });
    return {
      status: response.status,
      etag: response.headers.get('etag') ?? '',
      body: text === '' ? {} : JSON.parse(text),
    };
  };
}

const tokenOf = (group: string, provider: OidcProvider): Promise<string> =>
  provider.mintToken({ subject: group, claims: { groups: [group] } });
