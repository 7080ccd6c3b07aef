/** Serves the admin interface over HTTP. */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { formatAddress, type ListenAddress } from '../address.ts';

export interface AdminServer {
  /** Where it listens, for example `127.0.0.1:18001`; the port is the real one where 0 was asked for. */
  readonly address: string;
  /** Stops accepting, and settles when the requests under way were answered. */
  close(): Promise<void>;
}

/** @throws Error if the address cannot be bound. */
export async function startAdminServer(app: Hono, { host, port }: ListenAddress): Promise<AdminServer> {
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = server.address();
  return {
    address: formatAddress({ host, port: typeof bound === 'object' && bound ? bound.port : port }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
