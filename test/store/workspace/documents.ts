/** Documents to put into workspaces. */
import type { DocumentChange } from '../../../store/workspace/changes.ts';
import { idOfValue, type DocumentId, type DocumentValue } from '../../../store/workspace/document.ts';
import type { WorkspaceView } from '../../../store/workspace/view.ts';

export const gateway = (name = 'edge'): DocumentValue => ({
  apiVersion: 'enroute.dev/v1',
  kind: 'Gateway',
  metadata: { name },
  spec: { listeners: [{ name: 'http', port: 8080, protocol: 'HTTP' }] },
});

export const virtualHost = (name = 'shop'): DocumentValue => ({
  apiVersion: 'enroute.dev/v1',
  kind: 'VirtualHost',
  metadata: { name },
  spec: { gateways: ['edge'], hostnames: [`${name}.example.com`] },
});

export const upstream = (name: string, port = 8080, labels: Readonly<Record<string, string>> = {}): DocumentValue => ({
  apiVersion: 'enroute.dev/v1',
  kind: 'Upstream',
  metadata: { name, ...(Object.keys(labels).length > 0 && { labels }) },
  spec: { endpoints: [{ address: '10.0.0.1', port }] },
});

export const route = (name: string, to: string, host = 'shop'): DocumentValue => ({
  apiVersion: 'enroute.dev/v1',
  kind: 'Route',
  metadata: { name },
  spec: { virtualHosts: [host], routes: [{ match: { path: { prefix: `/${name}` } }, forward: { upstream: to } }] },
});

export function idOf(value: DocumentValue): DocumentId {
  const id = idOfValue(value);
  if (!id) throw new Error('it is no document');
  return id;
}

export const put = (value: DocumentValue, expect?: DocumentChange['expect']): DocumentChange => ({
  id: idOf(value),
  value,
  ...(expect && { expect }),
});
export const remove = (value: DocumentValue): DocumentChange => ({ id: idOf(value), value: undefined });

/** The names of all documents of a view: `Gateway default/edge`. */
export const namesIn = async (view: WorkspaceView): Promise<readonly string[]> =>
  (await view.all()).map(({ id }) => `${id.kind} ${id.namespace}/${id.name}`);

export const SHOP: readonly DocumentValue[] = [gateway(), virtualHost(), upstream('demo'), route('a', 'demo')];
