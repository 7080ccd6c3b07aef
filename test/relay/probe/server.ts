/** A real ADS server on a free port, with the events that it tells. */
import { onTestFinished } from 'vitest';
import type { AdsEvent, AdsOptions, AdsServer } from '../../../relay/ads-server.ts';
import { serveAds } from '../../../relay/ads.ts';
import type { TlsSource } from '../../../relay/tls.ts';

export interface TestServer extends AdsServer {
  readonly told: readonly AdsEvent[];
  /** The first event of this kind that satisfies the test, once it has happened. */
  until<K extends AdsEvent['kind']>(
    kind: K,
    test?: (event: Extract<AdsEvent, { kind: K }>) => boolean,
  ): Promise<Extract<AdsEvent, { kind: K }>>;
}

export async function startServer(options: Partial<AdsOptions> = {}): Promise<TestServer> {
  const told: AdsEvent[] = [];
  const watchers = new Set<() => void>();
  const server = await serveAds({
    listen: '127.0.0.1:0',
    identifier: 'relay-1',
    secretsAllowed: 'always',
    events(event) {
      told.push(event);
      for (const watcher of watchers) watcher();
    },
    ...options,
  });
  onTestFinished(() => server.close(0));
  return {
    ...server,
    told,
    until: (kind, test = () => true) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = told.filter((event) => isOfKind(event, kind)).find(test);
          if (!found) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        look();
      }),
  };
}

const isOfKind = <K extends AdsEvent['kind']>(event: AdsEvent, kind: K): event is Extract<AdsEvent, { kind: K }> =>
  event.kind === kind;

interface Pems {
  readonly certificate: string;
  readonly privateKey: string;
  readonly clientAuthorities?: string;
}

/** Certificates that never change. */
export const fixedTls = ({ certificate, privateKey, clientAuthorities }: Pems): TlsSource => ({
  current: () => ({
    certificate: Buffer.from(certificate),
    privateKey: Buffer.from(privateKey),
    clientAuthorities: clientAuthorities === undefined ? null : Buffer.from(clientAuthorities),
  }),
  follow: () => () => undefined,
});
