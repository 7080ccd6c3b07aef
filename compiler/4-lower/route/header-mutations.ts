/** Changes to headers. Source: envoy/config/common/mutation_rules/v3/mutation_rules.proto and envoy/config/core/v3/base.proto. */
import type { HeaderAndValue, HeaderChanges } from '../../2-validate/generated/types.ts';
import type { Messages } from '../../xds/index.ts';

type HeaderValueOption = Messages['envoy.config.core.v3.HeaderValueOption'];

/** Removals and what comes after them, in one list. */
export const headerMutations = (
  changes: HeaderChanges,
): readonly Messages['envoy.config.common.mutation_rules.v3.HeaderMutation'][] => [
  ...changes.remove.map((name) => ({ remove: name })),
  ...headerAdditions(changes).map((append) => ({ append })),
];

/** What comes after the removals. */
export const headerAdditions = ({ set, add, setIfAbsent }: HeaderChanges): readonly HeaderValueOption[] => [
  ...set.map((header) => addition(header, 'OVERWRITE_IF_EXISTS_OR_ADD')),
  ...add.map((header) => addition(header, 'APPEND_IF_EXISTS_OR_ADD')),
  ...setIfAbsent.map((header) => addition(header, 'ADD_IF_ABSENT')),
];

const addition = (
  { name, value }: HeaderAndValue,
  action: NonNullable<HeaderValueOption['append_action']>,
): HeaderValueOption => ({ header: { key: name, value }, append_action: action });
