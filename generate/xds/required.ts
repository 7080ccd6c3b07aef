/** Which fields a message cannot do without. */
import { compileChecks, type FieldRules } from '../../compiler/xds/rules/compile.ts';
import type { SchemaEnum, SchemaField } from './schema.ts';

/** Whether a message without the field breaks a rule of the field, or means a deprecated default. */
export function isRequired(field: SchemaField, enums: ReadonlyMap<string, SchemaEnum>): boolean {
  const zero = enums.get(field.type)?.values.find(({ number }) => number === 0);
  if (field.shape === 'implicit' && zero?.deprecation) return true;
  const checks = compileChecks(rulesOf(field), {
    isCollection: ['map', 'packed', 'expanded'].includes(field.shape),
    isOneofMember: field.oneof !== undefined,
    zero: field.shape === 'implicit' ? zeroOf(field) : undefined,
    enumeration: zero && { numberOf: (json) => (json === 0 ? 0 : undefined), deprecated: new Map() },
  });
  return checks.absent !== undefined;
}

const rulesOf = ({ rules }: SchemaField): FieldRules => ({ ...(rules as FieldRules | undefined) });

function zeroOf({ type }: SchemaField): unknown {
  if (type === 'bool') return false;
  return type === 'string' || type === 'bytes' ? '' : 0;
}
