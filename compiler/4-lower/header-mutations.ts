/** Source: envoy/config/common/mutation_rules/v3/mutation_rules.proto */
import type { HeaderAndValue, HeaderChanges } from '../2-validate/generated/types.ts';
import type { Messages } from '../xds/index.ts';

type Mutation = Messages['envoy.config.common.mutation_rules.v3.HeaderMutation'];
type AppendAction = NonNullable<Messages['envoy.config.core.v3.HeaderValueOption']['append_action']>;

/** Removals come first. */
export function headerMutations({ remove, set, add, setIfAbsent }: HeaderChanges): readonly Mutation[] {
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
