/** Defaults are not checked in each document that gets them, so they are checked here. */
import { describe, expect, test } from 'vitest';
import { complete, type Visitor } from '../../compiler/2-validate/complete.ts';
import { FORMATS } from '../../compiler/2-validate/formats.ts';
import { PLANS } from '../../compiler/2-validate/generated/plans.ts';
import type { Plan } from '../../compiler/2-validate/plan.ts';
import { at } from '../../compiler/diagnostics/location.ts';
import { collect } from '../../compiler/diagnostics/report.ts';
import { documentOf } from '../diagnostics/documents.ts';

const nested = (plan: Plan): readonly Plan[] =>
  [plan.items, plan.values, ...Object.values(plan.properties ?? {})].flatMap((child) =>
    child ? [child, ...nested(child)] : [],
  );

const withDefault = Object.entries(PLANS).flatMap(([definition, plan]) =>
  nested(plan).flatMap((child) => (child.default === undefined ? [] : [{ definition, plan: child }])),
);

test('there are defaults', () => expect(withDefault.length).toBeGreaterThan(50));

describe.each(withDefault)('the default $plan.default in $definition', ({ plan }) => {
  const { document } = documentOf('a: 1');
  const { report, diagnostics } = collect();
  const choices: unknown[] = [];
  const references: string[] = [];
  const visitor: Visitor = {
    reference: (_, text) => references.push(text),
    format: (format, value) => FORMATS.get(format)?.(value, at(document), report),
    choice: ({ given, most }) => choices.push(given.length >= 1 && given.length <= most),
    needless: () => choices.push(false),
    duplicate: () => choices.push(false),
  };
  complete(plan, plan.default, '', visitor);

  test('names no document', () => expect(references).toEqual([]));
  test('has the format it should have', () => expect(diagnostics()).toEqual([]));
  test('makes its choices', () => expect(choices).not.toContain(false));
});
