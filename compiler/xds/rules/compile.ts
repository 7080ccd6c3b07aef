/**
 * Turns a field's `validate` rules into checks.
 *
 * Kinds of rule that no message of the table uses are not known here: the generator refuses a table that has one.
 *
 * Source: https://github.com/bufbuild/protoc-gen-validate#constraint-rules
 */
import { checkThat, firstOf, type Check, type Problem, type RuleSettings } from './check.ts';
import { durationChecks, numberChecks } from './range.ts';
import { bytesChecks, stringChecks } from './text.ts';

/** The rules of one field by kind, as the table holds them: `{ "string": { "min_len": "1" } }`. */
export type FieldRules = Readonly<Record<string, RuleSettings>>;

export interface FieldChecks {
  /** For a singular field its value, for a list each item, for a map each value. */
  readonly value: Check | undefined;
  /** For each key of a map. */
  readonly key: Check | undefined;
  /** For a list or map as a whole. */
  readonly collection: Check | undefined;
  /** What is wrong when the field is absent, if absence is wrong in itself. */
  readonly absent: Problem | undefined;
  /** Rules inside this message do not apply. */
  readonly isSkipped: boolean;
}

/** What the checks must know of a field besides its rules. */
export interface RuledField {
  readonly isCollection: boolean;
  /** The value that a field without presence has when absent; nothing for one with presence. */
  readonly zero: unknown;
  readonly isOneofMember: boolean;
  readonly enumeration: RuledEnum | undefined;
}

export interface RuledEnum {
  /** The number of a value in JSON; nothing if the enum does not define it. */
  numberOf(json: unknown): number | undefined;
  /** What is wrong with using these values, by number. */
  readonly deprecated: ReadonlyMap<number, Problem>;
}

export function compileChecks(rules: FieldRules, field: RuledField): FieldChecks {
  const { repeated, map, message } = rules;
  const collection = repeated ?? map;
  const byRules = Object.entries(itemRules(rules)).flatMap(([kind, settings]) => valueChecks(kind, settings, field));
  const value = firstOf([...byRules, ...deprecatedValueCheck(field.enumeration)]);
  const checks = {
    value,
    key: map ? firstOf(stringChecks(settingsOf(settingsOf(map.keys).string))) : undefined,
    collection: collection && collectionCheck(collection),
    isSkipped: message?.skip === true,
  };
  return { ...checks, absent: absentProblem(rules, checks, field) };
}

const settingsOf = (value: unknown): RuleSettings => (typeof value === 'object' && value !== null ? { ...value } : {});

/** The rules for single values: of a list its items', of a map its values', else the field's own. */
function itemRules({ repeated, map, ...own }: FieldRules): FieldRules {
  const nested = repeated ? repeated.items : map ? map.values : undefined;
  if (!repeated && !map) return own;
  return Object.fromEntries(Object.entries(settingsOf(nested)).map(([kind, settings]) => [kind, settingsOf(settings)]));
}

function valueChecks(kind: string, settings: RuleSettings, field: RuledField): Check[] {
  const checks = checksOfKind(kind, settings, field);
  const all = firstOf(checks);
  if (settings.ignore_empty !== true || !all) return checks;
  return [(value) => (value === '' || value === 0 || value === '0' ? undefined : all(value))];
}

function checksOfKind(kind: string, settings: RuleSettings, field: RuledField): Check[] {
  if (NUMBER_KINDS.test(kind)) return numberChecks(kind, settings);
  if (kind === 'string') return stringChecks(settings);
  if (kind === 'bytes') return bytesChecks(settings);
  if (kind === 'duration') return durationChecks(settings);
  if (kind === 'enum' && field.enumeration) return enumChecks(settings, field.enumeration);
  if (kind === 'bool')
    return [checkThat('bool.const', `must be ${String(settings.const)}`, (value) => value === settings.const)];
  return [];
}

const NUMBER_KINDS = /^(double|float|s?fixed(32|64)|[su]?int(32|64))$/;

/** Envoy also warns of a deprecated default, so this check has its say when the field is absent. */
function deprecatedValueCheck(enumeration: RuledEnum | undefined): Check[] {
  if (!enumeration || enumeration.deprecated.size === 0) return [];
  return [(json) => enumeration.deprecated.get(enumeration.numberOf(json) ?? -1)];
}

function enumChecks(settings: RuleSettings, { numberOf }: RuledEnum): Check[] {
  const checks: Check[] = [];
  if (settings.defined_only === true) {
    checks.push(
      checkThat('enum.defined_only', 'must be a value that the enum defines', (json) => numberOf(json) !== undefined),
    );
  }
  const refused: readonly unknown[] = Array.isArray(settings.not_in) ? settings.not_in : [];
  if (refused.length > 0) {
    checks.push(checkThat('enum.not_in', 'must be set to another value', (json) => !refused.includes(numberOf(json))));
  }
  return checks;
}

function collectionCheck(settings: RuleSettings): Check | undefined {
  const checks: Check[] = [];
  for (const name of ['min_items', 'min_pairs']) {
    const least = Number(settings[name] ?? 0);
    if (least > 0)
      checks.push(checkThat(name, `must have at least ${least} ${noun(name, least)}`, (value) => size(value) >= least));
  }
  for (const name of ['max_items', 'max_pairs']) {
    const most = Number(settings[name] ?? Infinity);
    if (most < Infinity)
      checks.push(checkThat(name, `must have at most ${most} ${noun(name, most)}`, (value) => size(value) <= most));
  }
  if (settings.unique === true) {
    checks.push(
      checkThat(
        'unique',
        'must not hold the same item twice',
        (value) => !Array.isArray(value) || new Set(value).size === value.length,
      ),
    );
  }
  const all = firstOf(checks);
  return settings.ignore_empty === true && all ? (value) => (size(value) === 0 ? undefined : all(value)) : all;
}

function size(collection: unknown): number {
  if (Array.isArray(collection)) return collection.length;
  return typeof collection === 'object' && collection !== null ? Object.keys(collection).length : 0;
}

function noun(rule: string, count: number): string {
  if (rule.endsWith('items')) return count === 1 ? 'item' : 'items';
  return count === 1 ? 'entry' : 'entries';
}

/** A required member of a oneof is required only once it is chosen, which then it is: it has no say here. */
function absentProblem(
  rules: FieldRules,
  checks: Pick<FieldChecks, 'value' | 'collection'>,
  field: RuledField,
): Problem | undefined {
  if (field.isOneofMember) return undefined;
  if (Object.values(rules).some(({ required }) => required === true))
    return { rule: 'required', message: 'is required' };
  if (field.isCollection) return checks.collection?.([]);
  const problem = field.zero === undefined ? undefined : checks.value?.(field.zero);
  return problem?.rule === 'deprecated'
    ? { rule: 'deprecated', message: 'must be set, since its default is deprecated' }
    : problem;
}
