import type { HeaderAndValue, HeaderChanges } from '../2-validate/generated/types.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

type Mutation = Messages['envoy.config.common.mutation_rules.v3.HeaderMutation'];
type AppendAction = NonNullable<Messages['envoy.config.core.v3.HeaderValueOption']['append_action']>;

/** Source: envoy/extensions/filters/http/header_mutation/v3/header_mutation.proto */
export default defineFilter('headers', {
  phase: 'transformation',
  envoyFilter: 'envoy.filters.http.header_mutation',
  resting: any('envoy.extensions.filters.http.header_mutation.v3.HeaderMutation', { mutations: {} }),
  mergesLevels: true,
  lower: ({ request, response }) => ({
    perRoute: any('envoy.extensions.filters.http.header_mutation.v3.HeaderMutationPerRoute', {
      mutations: {
        ...(request && { request_mutations: mutations(request) }),
        ...(response && { response_mutations: mutations(response) }),
      },
    }),
  }),
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
