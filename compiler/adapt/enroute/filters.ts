/** Filters of Enroute: where they are used, and what stands for them here. */
import type { AnyFilter } from '../../2-validate/generated/types.ts';
import { draft, type Written, type WrittenSpec } from '../draft.ts';
import { placeOf, type Source } from '../source.ts';
import type { Conversion } from './context.ts';
import { fieldsOf } from './fields.ts';
import { filterSpec } from './filter-types.ts';
import type { EnrouteFilter, EnrouteModel, EnrouteRoute, FilterReference } from './model.ts';
import { parsedText } from './parsed-text.ts';
import type { RouteRule } from './routes.ts';
import type { Upstreams } from './upstreams.ts';

type WrittenFilter = Written<AnyFilter>;
type HostRewrite = NonNullable<NonNullable<NonNullable<RouteRule['forward']>['rewrite']>['host']>;

export interface Filters {
  /** References to the Filter documents of what a host or a route names. */
  readonly attach: (
    references: readonly FilterReference[],
    namespace: string,
    to: 'host' | 'route',
  ) => readonly WrittenFilter[];
  /** References to those that apply everywhere. */
  readonly everywhere: (namespace: string) => readonly WrittenFilter[];
  /** Names of the filters that authorise the requests of every host. */
  readonly globalAuthorization: () => readonly string[];
  /** The configuration of a route's filter of a type that is no filter here. */
  readonly configuration: (route: EnrouteRoute, type: string) => Source | undefined;
  readonly hostRewrite: (route: EnrouteRoute) => HostRewrite | undefined;
}

/** Types that are a part of the route or the Upstream here. */
const IN_ROUTES = new Set([
  'route_filter_redirect',
  'route_filter_directresponse',
  'route_filter_directreponse',
  'route_filter_circuitbreakers',
  'route_filter_outlierdetection',
  'route_filter_host_rewrite',
]);

export function createFilters(
  { filters }: Pick<EnrouteModel, 'filters'>,
  conversion: Conversion,
  upstreams: Upstreams,
): Filters {
  const { remark, reference } = conversion;
  const known = new Map<EnrouteFilter, string | undefined>();
  const documentOf = (filter: EnrouteFilter): string | undefined => {
    if (!known.has(filter)) known.set(filter, makeDocument(filter, conversion, upstreams));
    return known.get(filter);
  };
  const referenceTo = (filter: EnrouteFilter, from: string): readonly WrittenFilter[] => {
    const name = documentOf(filter);
    return name === undefined ? [] : [{ type: 'reference', filter: reference(from, filter.namespace, name) }];
  };
  const find = ({ type, name }: FilterReference, namespace?: string) =>
    filters.find(
      (one) => one.type === type && one.name === name && (namespace === undefined || one.namespace === namespace),
    );
  const configuration = (route: EnrouteRoute, type: string): Source | undefined => {
    const named = route.filters.find((one) => one.type === type);
    const config = named && find(named)?.config;
    return config && parsedText(config, remark);
  };
  return {
    configuration,
    attach: (references, namespace, to) =>
      references.flatMap((one) => {
        if (IN_ROUTES.has(one.type)) {
          const lost = to === 'host' ? NOT_ON_HOSTS : lossOnRoute(one, find(one), references);
          if (lost !== undefined) remark('lost', placeOf(one.source), `a filter of type "${one.type}" ${lost}`);
          return [];
        }
        const filter = find(one, namespace) ?? find(one);
        if (filter) return referenceTo(filter, namespace);
        remark('lost', placeOf(one.source), `there is no filter "${one.name}" of type "${one.type}"`);
        return [];
      }),
    everywhere: (namespace) => filters.filter(({ isGlobal }) => isGlobal).flatMap((one) => referenceTo(one, namespace)),
    globalAuthorization: () =>
      filters.some((one) => one.isGlobal && one.type === 'http_filter_extauthz' && documentOf(one) !== undefined)
        ? ['external-authorization']
        : [],
    hostRewrite: (route) => {
      const config = configuration(route, 'route_filter_host_rewrite');
      if (!config) return undefined;
      const fields = fieldsOf(config, remark);
      const [pattern, substitution = ''] = [fields.text('pattern_regex'), fields.text('substitution')];
      fields.rest();
      if (pattern !== undefined) return { pathRegex: { pattern, substitution } };
      return substitution === '' ? undefined : { literal: substitution };
    },
  };
}

const NOT_ON_HOSTS = 'is one of routes, and is left out on a host';

/** Why nothing comes of a filter that is a part of a route here. */
function lossOnRoute(
  reference: FilterReference,
  filter: EnrouteFilter | undefined,
  references: readonly FilterReference[],
): string | undefined {
  if (!filter) return `is named "${reference.name}", and there is none of that name`;
  if (!filter.config) return 'has no configuration, and is left out';
  const isFirst = references.find(({ type }) => type === reference.type) === reference;
  return isFirst ? undefined : 'is there twice on a route; the first alone counts';
}

function makeDocument(filter: EnrouteFilter, conversion: Conversion, upstreams: Upstreams): string | undefined {
  const spec = filterSpec(filter, { conversion, upstreams });
  if (!spec) return undefined;
  const name = conversion.nameOf('Filter', filter.namespace, filter.name);
  const metadata = { name, namespace: conversion.namespaceOf(filter.namespace) };
  conversion.add(draft('Filter', metadata, spec satisfies WrittenSpec<'Filter'>));
  return name;
}
