/** Walks a valid value along its plan: copies it with defaults, and tells of references, texts with a format, and choices. */
import { canonicalJson } from '../canonical-json.ts';
import { pointerSegment } from '../diagnostics/location.ts';
import { perObject } from '../per-object.ts';
import { isObject, ownProperty, resolvePlan, type Plan } from './plan.ts';
import { repetitions } from '../repetitions.ts';

/** What the walk meets. */
export interface Visitor {
  readonly reference: (kind: string, text: string, pointer: string) => void;
  readonly format: (format: string, value: string | number, pointer: string) => void;
  /** `given` are the fields of the choice that are there. */
  readonly choice: (
    choice: { readonly of: readonly string[]; readonly given: readonly string[]; readonly most: number },
    pointer: string,
  ) => void;
  /** A field that has no effect beside another one of the same object. */
  readonly needless: (field: string, beside: string, pointer: string) => void;
  /** The first item of a list that an earlier one is the same as. */
  readonly duplicate: (items: readonly unknown[], first: number, second: number, pointer: string) => void;
}

/** A copy of the value in which every field that has a default is there. Copies share the defaults that they get. */
export function complete(plan: Plan, value: unknown, pointer: string, visitor: Visitor): unknown {
  const resolved = resolvePlan(plan, value);
  if (typeof value === 'string' || typeof value === 'number') visitText(resolved, value, pointer, visitor);
  if (Array.isArray(value)) {
    const { items, uniqueItems } = resolved;
    if (uniqueItems) visitItems(value, pointer, visitor);
    return items ? value.map((item, index) => complete(items, item, `${pointer}/${index}`, visitor)) : value;
  }
  return isObject(value) ? completeObject(resolved, value, pointer, visitor) : value;
}

function visitItems(items: readonly unknown[], pointer: string, visitor: Visitor): void {
  const [found] = repetitions(items, (item) => (isObject(item) || Array.isArray(item) ? canonicalJson(item) : item));
  if (found) visitor.duplicate(items, found.first, found.second, pointer);
}

function visitText({ reference, format }: Plan, value: string | number, pointer: string, visitor: Visitor): void {
  if (reference !== undefined && typeof value === 'string') visitor.reference(reference, value, pointer);
  if (format !== undefined) visitor.format(format, value, pointer);
}

function completeObject(
  plan: Plan,
  value: Readonly<Record<string, unknown>>,
  pointer: string,
  visitor: Visitor,
): unknown {
  visitChoices(plan, value, pointer, visitor);
  visitNeedless(plan, value, pointer, visitor);
  // Keys may come from a user, and `Object.fromEntries` makes own properties even of `__proto__`.
  const entries = Object.entries(value).map(([key, child]): [string, unknown] => {
    const childPlan = ownProperty(plan.properties, key) ?? plan.values;
    return [key, childPlan ? complete(childPlan, child, pointer + pointerSegment(key), visitor) : child];
  });
  for (const [key, missing] of defaultsOf(plan)) {
    if (!Object.hasOwn(value, key)) entries.push([key, missing]);
  }
  return Object.fromEntries(entries);
}

/** What the fields of an object are if nothing is given, complete with the defaults inside. */
const defaultsOf = perObject((plan: Plan): readonly (readonly [string, unknown])[] =>
  Object.entries(plan.properties ?? {})
    .filter(([, child]) => child.default !== undefined)
    .map(([key, child]) => [key, complete(child, child.default, '', UNINTERESTED)]),
);

/** The schemas' own tests see to it that defaults are as they should be. */
const UNINTERESTED: Visitor = {
  reference: () => {},
  format: () => {},
  choice: () => {},
  needless: () => {},
  duplicate: () => {},
};

function visitChoices(plan: Plan, value: Readonly<Record<string, unknown>>, pointer: string, visitor: Visitor): void {
  const given = (fields: readonly string[]) => fields.filter((field) => Object.hasOwn(value, field));
  if (plan.exactlyOne) visitor.choice({ of: plan.exactlyOne, given: given(plan.exactlyOne), most: 1 }, pointer);
  if (plan.atLeastOne) visitor.choice({ of: plan.atLeastOne, given: given(plan.atLeastOne), most: Infinity }, pointer);
}

/** To write a default out harms nobody. */
function visitNeedless(plan: Plan, value: Readonly<Record<string, unknown>>, pointer: string, visitor: Visitor): void {
  for (const [field, others] of Object.entries(plan.needless ?? {})) {
    if (!Object.hasOwn(value, field) || value[field] === plan.properties?.[field]?.default) continue;
    const beside = others.find((other) => Object.hasOwn(value, other));
    if (beside !== undefined) visitor.needless(field, beside, pointer + pointerSegment(field));
  }
}
