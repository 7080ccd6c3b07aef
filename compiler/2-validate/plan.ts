/** What a schema says beyond its validator: defaults, references, formats and choices. Generated, one a definition. */
import { perObject } from '../per-object.ts';
import { PLANS } from './generated/plans.ts';

export interface Plan {
  readonly description?: string;
  /** How a text must be written, in words; where the description tells what it is for, this still tells the form. */
  readonly form?: string;
  /** The definition that says the rest. */
  readonly definition?: string;
  /** The only value that may stand here. */
  readonly constant?: unknown;
  /** What stands here when nothing is given. */
  readonly default?: unknown;
  /** The text names a document of this kind. */
  readonly reference?: string;
  /** The check of `formats.ts` that the text must pass. */
  readonly format?: string;
  readonly exactlyOne?: readonly string[];
  readonly atLeastOne?: readonly string[];
  /** Fields that have no effect beside one of others. */
  readonly needless?: Readonly<Record<string, readonly string[]>>;
  readonly properties?: Readonly<Record<string, Plan>>;
  /** No two items may be the same. */
  readonly uniqueItems?: boolean;
  readonly items?: Plan;
  /** What stands under keys that the user chooses. */
  readonly values?: Plan;
  /** Definitions of which the value's `type` chooses one. */
  readonly branches?: readonly string[];
}

/** The plan of a definition by its name, for example `Gateway`. */
export function planOf(definition: string): Plan {
  const plan = PLANS[definition];
  if (plan === undefined) throw new Error(`no definition is named ${definition}`);
  return plan;
}

/** A plan with its definition followed: what it says itself wins. Always the same object for the same choice. */
export function resolvePlan(plan: Plan, value: unknown): Plan {
  const whole = plan.definition === undefined ? plan : withDefinition(plan);
  if (!whole.branches) return whole;
  return branchesOf(whole).get(typeOfValue(value)) ?? whole;
}

const withDefinition = perObject(({ definition, ...own }: Plan): Plan => {
  if (definition === undefined) return own;
  const followed = planOf(definition);
  return { ...(followed.definition === undefined ? followed : withDefinition(followed)), ...own };
});

/** The branches of a plan by the `type` that chooses them. */
const branchesOf = perObject(
  ({ branches = [], default: missing }: Plan): ReadonlyMap<unknown, Plan> =>
    new Map(
      branches
        .map(planOf)
        .map((branch) => [typeOfBranch(branch), { ...branch, ...(missing !== undefined && { default: missing }) }]),
    ),
);

/** The plan of what a JSON pointer's segments lead to, as far as there is one. */
export function planAt(plan: Plan, value: unknown, segments: readonly string[]): Plan | undefined {
  const resolved = resolvePlan(plan, value);
  const [segment, ...rest] = segments;
  if (segment === undefined) return resolved;
  const child = Array.isArray(value) ? resolved.items : (ownProperty(resolved.properties, segment) ?? resolved.values);
  return child && planAt(child, childOf(value, segment), rest);
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const ownProperty = <T>(object: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  object && Object.hasOwn(object, key) ? object[key] : undefined;

/** The item or property of a value, or undefined where there is none. */
export const childOf = (value: unknown, segment: string): unknown =>
  Array.isArray(value) ? value[Number(segment)] : isObject(value) ? ownProperty(value, segment) : undefined;

const typeOfValue = (value: unknown): unknown => (isObject(value) ? ownProperty(value, 'type') : undefined);

const typeOfBranch = (branch: Plan): unknown => ownProperty(branch.properties, 'type')?.constant;
