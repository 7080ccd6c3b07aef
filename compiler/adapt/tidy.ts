/** A draft as people write documents: fields in the order of the schema, and no defaults. */
import { childOf, isObject, ownProperty, planOf, resolvePlan, type Plan } from '../2-validate/plan.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { AnyDraft } from './draft.ts';

/** The document as plain data. */
export const tidy = ({ apiVersion, kind, metadata, spec }: AnyDraft): Readonly<Record<string, unknown>> =>
  tidyObject(planOf(kind), { apiVersion, kind, metadata, spec });

function tidyValue(plan: Plan, value: unknown): unknown {
  const resolved = resolvePlan(plan, value);
  if (Array.isArray(value)) return value.map((item) => tidyValue(resolved.items ?? NO_PLAN, item));
  return isObject(value) ? tidyObject(resolved, value) : value;
}

const NO_PLAN: Plan = {};

function tidyObject(plan: Plan, value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = Object.keys(plan.properties ?? {});
  const known = fields.filter((field) => Object.hasOwn(value, field));
  const others = Object.keys(value).filter((key) => !fields.includes(key));
  const entries = [...known, ...others].flatMap((key): [string, unknown][] => {
    const child = childOf(value, key);
    if (child === undefined) return [];
    const childPlan = ownProperty(plan.properties, key) ?? plan.values ?? NO_PLAN;
    const tidied = tidyValue(childPlan, child);
    return isDefault(childPlan, tidied) ? [] : [[key, tidied]];
  });
  return Object.fromEntries(entries);
}

const isDefault = (plan: Plan, value: unknown): boolean =>
  plan.default !== undefined && canonicalJson(value) === canonicalJson(tidyValue(plan, plan.default));
