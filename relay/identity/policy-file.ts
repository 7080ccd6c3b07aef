/** Node policies as people write them: YAML or JSON, checked by `schemas/settings/node-policy.schema.json`. */
import type { NodePolicyFile, NodeRule } from '../../compiler/2-validate/generated/types.ts';
import type { DocumentLocation } from '../../compiler/diagnostics/location.ts';
import type { Report } from '../../compiler/diagnostics/report.ts';
import { describeMistakes, readSettings } from '../../compiler/settings.ts';
import { parsePattern, type NamePattern } from './pattern.ts';
import type { NodePolicy, PolicyRule } from './policy.ts';

/** @throws Error with one line, `file:line:column: sentence`, for each mistake. */
export function parsePolicy(text: string, path: string): NodePolicy {
  const { value, diagnostics } = readSettings('NodePolicyFile', { path, text }, readRules);
  if (!value) throw new Error(describeMistakes(diagnostics));
  return value;
}

const readRules = (
  { rules }: NodePolicyFile,
  report: Report,
  place: (pointer: string) => DocumentLocation,
): NodePolicy => ({
  rules: rules.flatMap((rule, index) => readRule(rule, `/rules/${index}`, report, place) ?? []),
});

function readRule(
  rule: NodeRule,
  pointer: string,
  report: Report,
  place: (pointer: string) => DocumentLocation,
): PolicyRule | undefined {
  const type = rule.uri === undefined ? 'dns' : 'uri';
  const text = rule[type] ?? '';
  const name = parsePattern(type, text);
  if (typeof name === 'string') {
    report('invalid-format', place(`${pointer}/${type}`), {
      value: text,
      expected: `a pattern that can be read (${name})`,
    });
    return undefined;
  }
  const { gateways, nodes, clusters } = rule;
  for (const { field, description } of unsaid(rule, name))
    report('missing-field', place(pointer), { field, description });
  return { name, gateways, nodes, clusters };
}

/** A rule that does not say for whom it is must not be one for everybody. */
function unsaid({ gateways, nodes }: NodeRule, { segments }: NamePattern) {
  const variables = new Set(segments.map(({ variable }) => variable));
  const needsGateways = !gateways && !variables.has('gateway') && !variables.has('namespace');
  const needsNodes = !nodes && !variables.has('node');
  return [
    ...(needsGateways
      ? [{ field: 'gateways', description: 'the gateways, unless {gateway} or {namespace} stands in the pattern' }]
      : []),
    ...(needsNodes
      ? [{ field: 'nodes', description: 'the nodes, which may be ["*"], unless {node} stands in the pattern' }]
      : []),
  ];
}
