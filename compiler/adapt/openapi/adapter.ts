/** OpenAPI 3.0, 3.1 and 3.2, and Swagger 2.0 → documents. */
import type { RouteDefaults, RouteRule } from '../../2-validate/generated/types.ts';
import type { Adapter } from '../adapter.ts';
import { draft, type AnyDraft, type Written } from '../draft.ts';
import { createNames } from '../names.ts';
import { field, placeOf } from '../source.ts';
import { findApis, type Api } from './api.ts';
import { settingsAt, type Settings } from './extensions.ts';
import { remarkLeftovers } from './leftovers.ts';
import { operationsOf, type Operation } from './operations.ts';
import type { OpenapiOptions } from './options.ts';
import { preflightRoutes, type PreflightOptions } from './preflight.ts';
import { createProtection } from './protection.ts';
import { parseRequirement, securityOf } from './requirements.ts';
import { routesOf, type Surroundings } from './routes.ts';
import { schemesOf } from './schemes.ts';
import { needsUnderscores } from './underscores.ts';
import { createUpstreams } from './upstreams.ts';
import { variantsOf, type FilterUse, type Variant } from './variants.ts';

export const openapiAdapter: Adapter<OpenapiOptions> = {
  name: 'openapi',
  adapt: (sources, options, remark) => {
    const takeName = createNames();
    const apis = findApis(sources, remark).map((api) => ({ ...api, name: takeName(api.name) }));
    const [only, another] = apis;
    if (only === undefined) return [];
    const { namespace, gateway } = options;
    const isAlone = another === undefined;
    const name = options.name ?? (isAlone ? only.name : 'apis');
    const shared: Shared = {
      taken: new Map(),
      answered: new Set(),
      defaults: isAlone ? 'of-host' : 'of-route',
    };
    const parts = apis.map((api) => convert(isAlone ? { ...api, name } : api, options, shared));
    const around = isAlone ? parts[0] : undefined;
    return [
      ...(gateway.mode === 'create' ? [gatewayDraft(options, parts)] : []),
      ...parts.flatMap(({ drafts }) => drafts),
      draft(
        'VirtualHost',
        { name, namespace },
        {
          gateways: [gateway.name],
          hostnames: options.hostnames ?? ['*'],
          ...around?.spec,
        },
        { comments: around?.comments },
      ),
      ...parts.filter(({ spec }) => !isAlone && spec.routes.length > 0).map((part) => attached(part, name, namespace)),
    ];
  },
};

const gatewayDraft = ({ gateway, namespace }: OpenapiOptions, parts: readonly Converted[]): AnyDraft =>
  draft(
    'Gateway',
    { name: gateway.name, namespace },
    {
      listeners: [{ name: 'http', port: 8080, protocol: 'HTTP' }],
      ...(parts.some(({ underscores }) => underscores) && { http: { headersWithUnderscores: 'allow' } }),
    },
  );

/** What descriptions that share a virtual host have in common. */
type Shared = Pick<Surroundings, 'taken' | 'defaults'> & Pick<PreflightOptions, 'answered'>;

/** What one description gives. */
interface Converted {
  readonly name: string;
  /** Upstreams, filters and secrets. */
  readonly drafts: readonly AnyDraft[];
  readonly spec: {
    readonly filters?: readonly FilterUse['filter'][];
    readonly routes: readonly Written<RouteRule>[];
    readonly routeDefaults?: Written<RouteDefaults>;
  };
  /** Whether there are headers with underscores in their names. */
  readonly underscores: boolean;
  /** By pointer in a document that has the spec's routes. */
  readonly comments: ReadonlyMap<string, string>;
}

function convert(api: Api, options: OpenapiOptions, { taken, defaults, answered }: Shared): Converted {
  const operations = operationsOf(api);
  const schemes = schemesOf(api);
  const upstreams = createUpstreams(api, options);
  const requirementOf = ({ source }: Operation) => parseRequirement(api, securityOf(api, source), schemes);
  const protection = createProtection(api, options, operations.map(requirementOf));
  const variants = (operation: Operation): readonly Variant[] =>
    variantsOf(api, requirementOf(operation), protection.protect);
  const settings = settingsAt(api, api.root);
  const guards = guardsOf(api, operations, variants);
  const routes = routesOf(api, operations, {
    basePath: options.basePath,
    guards,
    settings,
    defaults,
    taken,
    destinationOf: ({ source, item }) => upstreams.destinationOf(source, item),
    variantsOf: variants,
  });
  const base = commonBase(routes.map(({ placed }) => placed.base));
  const filters = [...guards, ...settings.filters].map(({ filter }) => filter);
  remarkLeftovers(api, operations);
  remarkPlainText(api, protection.drafts());
  return {
    name: api.name,
    drafts: [...upstreams.drafts(), ...protection.drafts()],
    spec: {
      ...(filters.length > 0 && { filters }),
      routes: [
        ...routes.map(({ rule }) => rule),
        ...preflightRoutes(api, routes, settings.filters, { base, defaults, answered }),
      ],
      ...(defaults === 'of-host' && defaultsOf(settings)),
    },
    underscores: needsUnderscores(api, operations, schemes, options),
    comments: new Map(
      routes.flatMap(({ comment }, index): [string, string][] =>
        comment === undefined ? [] : [[`/spec/routes/${index}`, comment]],
      ),
    ),
  };
}

/** Filters of the description's own `security` stand once, around all routes, if an operation goes by it. */
function guardsOf(
  api: Api,
  operations: readonly Operation[],
  variants: (operation: Operation) => readonly Variant[],
): readonly FilterUse[] {
  const typical = operations.find(({ source }) => api.reader.field(source, 'security') === undefined);
  const [only, another] = typical && field(api.root, 'security') ? variants(typical) : [];
  return another === undefined ? (only?.uses ?? []) : [];
}

const defaultsOf = ({ timeout, retry }: Settings): Pick<Converted['spec'], 'routeDefaults'> =>
  timeout === undefined && retry === undefined ? {} : { routeDefaults: { timeout, retry } };

const commonBase = (bases: readonly string[]): string => {
  const [first = '', ...others] = new Set(bases);
  return others.length === 0 ? first : '';
};

/** Routes of their own document, for a virtual host that several descriptions share. */
const attached = ({ name, spec, comments }: Converted, host: string, namespace: string | undefined): AnyDraft =>
  draft('Route', { name, namespace }, { virtualHosts: [host], ...spec }, { comments });

/** Whatever is checked of a request, it can be read on the way. */
function remarkPlainText({ root, remark }: Api, protection: readonly AnyDraft[]): void {
  if (protection.length === 0) return;
  const place = field(root, 'components') ?? field(root, 'securityDefinitions') ?? root;
  remark(
    'incomplete',
    placeOf(place),
    'keys, passwords and tokens travel in plain text until the virtual host has a certificate',
    'add a listener of the protocol HTTPS to the Gateway, and "tls" to the VirtualHost',
  );
}
