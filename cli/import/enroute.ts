import { adapt } from '../../compiler/adapt/index.ts';
import { enrouteAdapter } from '../../compiler/adapt/enroute/adapter.ts';
import type { Importer } from './importer.ts';

/** `enroutectl import enroute`. */
export const enroute: Importer = {
  name: 'enroute',
  summary: "Enroute's resources, and what its API dumps",
  description:
    "Makes documents of Enroute's Kubernetes resources: GatewayHost, ServiceRoute, HttpFilter, RouteFilter, GlobalConfig and " +
    'TLSCertificateDelegation, v1 and v1beta1, with the Services that they name; or of the proxies that its REST or GraphQL ' +
    'API dumps (GET /proxy/dump), each of which becomes a Gateway. Keys and certificates are never carried over.',
  run: (files, options) => adapt(enrouteAdapter, files, options),
};
