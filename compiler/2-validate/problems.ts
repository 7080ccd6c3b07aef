/** ajv's errors → diagnostics, one a mistake. */
import type { ErrorObject } from 'ajv';
import type { Document } from '../1-parse/document.ts';
import { closest } from '../diagnostics/closest.ts';
import { at, atKey, pointerSegment, pointerSegments } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import { childOf, ownProperty, planAt, planOf, type Plan } from './plan.ts';

/** Reports every error that a validator left behind. */
export function reportProblems(
  document: Document,
  definition: string,
  errors: readonly ErrorObject[],
  report: Report,
): void {
  const problems = errors.map((error): Problem => ({ document, plan: planOf(definition), error }));
  const misspelt = new Set(problems.flatMap(meantField));
  for (const problem of problems) {
    const missing = missingField(problem);
    if (missing === undefined || !misspelt.has(missing)) reportProblem(problem, report);
  }
}

/** The place of a required field that is not there. */
const missingField = ({ error }: Problem): string | undefined =>
  error.keyword === 'required' ? error.instancePath + pointerSegment(String(error.params.missingProperty)) : undefined;

/** The place of the field that an unknown one was meant to be: missing for no other reason than the slip. */
function meantField(problem: Problem): readonly string[] {
  const { error } = problem;
  if (error.keyword !== 'additionalProperties') return [];
  const meant = closest(String(error.params.additionalProperty), Object.keys(planHere(problem)?.properties ?? {}));
  return meant === undefined ? [] : [error.instancePath + pointerSegment(meant)];
}

interface Problem {
  readonly document: Document;
  readonly plan: Plan;
  readonly error: ErrorObject;
}

function reportProblem(problem: Problem, report: Report): void {
  const { document, error } = problem;
  const here = at(document, error.instancePath);
  const value = valueAt(problem);
  const params: Readonly<Record<string, unknown>> = error.params;
  switch (error.keyword) {
    case 'additionalProperties': {
      const field = String(params.additionalProperty);
      const known = Object.keys(planHere(problem)?.properties ?? {});
      report('unknown-field', atKey(document, error.instancePath + pointerSegment(field)), { field, known });
      return;
    }
    case 'required': {
      const field = String(params.missingProperty);
      report('missing-field', atKey(document, error.instancePath), {
        field,
        description: descriptionOf(problem, field),
      });
      return;
    }
    case 'type':
      report('wrong-type', here, { expected: [params.type].flat().map(String), value, form: formOf(problem) });
      return;
    case 'enum':
      report('invalid-value', here, { value, allowed: array(params.allowedValues) });
      return;
    case 'const':
      report('invalid-value', here, { value, allowed: [params.allowedValue] });
      return;
    case 'discriminator':
      reportTag(problem, report);
      return;
    case 'pattern':
      report('invalid-format', here, { value, expected: planHere(problem)?.form ?? String(params.pattern) });
      return;
    default:
      reportLimit(problem, report);
  }
}

/** A filter whose `type` is none of those known; one without a type is reported as a missing field. */
function reportTag(problem: Problem, report: Report): void {
  const { document, error } = problem;
  const { tag, tagValue } = error.params as { tag: string; tagValue: unknown };
  if (tagValue === undefined) return;
  const branches = planHere(problem)?.branches ?? [];
  const allowed = branches.map((branch) => ownProperty(planOf(branch).properties, tag)?.constant);
  report('invalid-value', at(document, error.instancePath + pointerSegment(tag)), { value: tagValue, allowed });
}

const LIMITS: ReadonlyMap<string, readonly ['too-few' | 'too-many', 'item' | 'field' | 'character']> = new Map([
  ['minItems', ['too-few', 'item']],
  ['maxItems', ['too-many', 'item']],
  ['minProperties', ['too-few', 'field']],
  ['maxProperties', ['too-many', 'field']],
  ['minLength', ['too-few', 'character']],
  ['maxLength', ['too-many', 'character']],
]);

function reportLimit(problem: Problem, report: Report): void {
  const { document, error } = problem;
  const here = at(document, error.instancePath);
  const value = valueAt(problem);
  const limit = Number(error.params.limit);
  const sized = LIMITS.get(error.keyword);
  if (sized) {
    report(sized[0], here, { noun: sized[1], found: sizeOf(value), limit });
  } else if (error.keyword === 'minimum' || error.keyword === 'maximum') {
    report('out-of-range', here, { value, comparison: error.keyword === 'minimum' ? '>=' : '<=', limit });
  } else {
    throw new Error(`no diagnostic for the keyword ${error.keyword}`);
  }
}

/** The form that a text must have where it is more than any text: a number of seconds without a unit is no duration. */
function formOf(problem: Problem): string | undefined {
  const plan = planHere(problem);
  return plan?.format === undefined ? undefined : plan.form;
}

const valueAt = ({ document, error }: Problem): unknown =>
  pointerSegments(error.instancePath).reduce(childOf, document.value);

const planHere = ({ document, plan, error }: Problem): Plan | undefined =>
  planAt(plan, document.value, pointerSegments(error.instancePath));

const descriptionOf = (problem: Problem, field: string): string | undefined => {
  const plan = ownProperty(planHere(problem)?.properties, field);
  return (
    plan && (plan.description ?? (plan.definition === undefined ? undefined : planOf(plan.definition).description))
  );
};

const array = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return [...value].length;
  return Array.isArray(value) ? value.length : Object.keys(value ?? {}).length;
};
