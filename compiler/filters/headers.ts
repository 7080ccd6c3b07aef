import type { HeaderAndValue, HeaderChanges, Headers } from '../2-validate/generated/types.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

type Mutation = Messages['envoy.config.common.mutation_rules.v3.HeaderMutation'];
type AppendAction = NonNullable<Messages['envoy.config.core.v3.HeaderValueOption']['append_action']>;

/** Source: envoy/extensions/filters/http/header_mutation/v3/header_mutation.proto */
export default defineFilter('headers', {
  phase: 'transformation',
  envoyFilter: 'envoy.filters.http.header_mutation',
  resting: any('envoy.extensions.filters.http.header_mutation.v3.HeaderMutation', { mutations: {} }),
  mergesLevels: true,
  lower: (headers, context) => {
    checkNames(headers, context);
    return {
      perRoute: any('envoy.extensions.filters.http.header_mutation.v3.HeaderMutationPerRoute', {
        mutations: {
          ...(headers.request && { request_mutations: mutations(headers.request) }),
          ...(headers.response && { response_mutations: mutations(headers.response) }),
        },
      }),
    };
  },
});

function mutations({ remove, set, add, setIfAbsent }: HeaderChanges): readonly Mutation[] {
  return [
    ...remove.map((name) => ({ remove: name })),
    ...set.map((header) => append(header, 'OVERWRITE_IF_EXISTS_OR_ADD')),
    ...add.map((header) => append(header, 'APPEND_IF_EXISTS_OR_ADD')),
    ...setIfAbsent.map((header) => append(header, 'ADD_IF_ABSENT')),
  ];
}

const append = ({ name, value }: HeaderAndValue, action: AppendAction): Mutation => ({
  append: { header: { key: name, value }, append_action: action },
});

/** Changing what the route was chosen by, behind the router's back, is what `rewrite` is for. */
function checkNames(headers: Headers, { report }: FilterContext): void {
  for (const side of ['request', 'response'] as const) {
    for (const list of ['set', 'add', 'setIfAbsent', 'remove'] as const) {
      for (const [place, entry] of (headers[side]?.[list] ?? []).entries()) {
        const name = typeof entry === 'string' ? entry : entry.name;
        if (!/^:|^host$/i.test(name)) continue;
        const pointer = `/${side}/${list}/${place}${typeof entry === 'string' ? '' : '/name'}`;
        report('invalid-format', pointer, {
          value: name,
          expected: 'a header other than Host and those that begin with ":"',
        });
      }
    }
  }
}
