/** Gateways: what Enroute gives each of its Envoys. */
import { draft, type WrittenSpec } from '../draft.ts';
import { toName } from '../names.ts';
import type { Conversion } from './context.ts';
import type { Filters } from './filters.ts';
import { HTTP, HTTPS } from './hosts.ts';
import type { EnrouteHost, EnrouteModel } from './model.ts';

/** The namespace of the Gateways that are made. */
const NAMESPACE = 'default';

/** The Gateways of a host, as documents of its namespace name them. */
export function gatewayNames({ proxies }: EnrouteModel, { options, reference }: Conversion) {
  const { mode, name } = options.gateway;
  return (host: Pick<EnrouteHost, 'namespace' | 'proxies'>): readonly string[] => {
    if (mode === 'attach') return [name];
    const names =
      proxies.length === 0 ? [name] : (host.proxies.length > 0 ? host.proxies : proxies).map((one) => toName(one));
    return names.map((one) => reference(host.namespace, NAMESPACE, one));
  };
}

/** One for each proxy, or one for all resources; none where one exists elsewhere. */
export function addGateways({ proxies, hosts }: EnrouteModel, filters: Filters, conversion: Conversion): void {
  const { mode, name } = conversion.options.gateway;
  if (mode === 'attach') return;
  const names = proxies.length === 0 ? [name] : proxies.map((one) => toName(one));
  for (const one of names) {
    const own = hosts.filter(({ proxies: on }) => on.length === 0 || on.some((proxy) => toName(proxy) === one));
    conversion.add(
      draft('Gateway', { name: one, namespace: conversion.namespaceOf(NAMESPACE) }, gatewaySpec(own, filters), {
        comments: new Map([['/spec/filters', COMMENT]]),
      }),
    );
  }
}

const usesTls = ({ tls, tcp }: EnrouteHost): boolean =>
  tls?.secret !== undefined || (tls?.passthrough === true && tcp !== undefined);

const COMMENT = 'Enroute does this for every host: take away what nobody needs.';

const gatewaySpec = (hosts: readonly EnrouteHost[], filters: Filters): WrittenSpec<'Gateway'> => ({
  listeners: [
    { name: HTTP, port: 8080, protocol: 'HTTP' },
    ...(hosts.some(usesTls) ? [{ name: HTTPS, port: 8443, protocol: 'HTTPS' as const }] : []),
  ],
  http: { connectionIdleTimeout: '60s' },
  filters: [
    ...filters.everywhere(NAMESPACE),
    { type: 'headers', request: { set: [{ name: 'x-request-start', value: 't=%START_TIME(%s.%3f)%' }] } },
    { type: 'compression' },
    { type: 'grpc-web' },
  ],
});
