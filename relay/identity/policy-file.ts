/** Node policies as people write them: YAML or JSON, checked by a schema. */
import { readFile } from 'node:fs/promises';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { parsePattern, type NamePattern } from './pattern.ts';
import { POLICY_SCHEMA, WANTED_TEXT, type PolicyFile, type RuleEntry } from './policy-schema.ts';
import type { NodePolicy, PolicyRule } from './policy.ts';

/** @throws Error with one line, `file:line:column: sentence`, for each mistake. */
export async function readPolicyFile(file: string): Promise<NodePolicy> {
  return parsePolicy(await readFile(file, 'utf8'), file);
}

/** @throws Error as {@link readPolicyFile} does. */
export function parsePolicy(text: string, file: string): NodePolicy {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const broken = document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message.split('\n')[0]}`);
  fail(broken);
  const value: unknown = document.toJS();
  if (!isPolicyFile(value)) {
    fail((isPolicyFile.errors ?? []).map((error) => `${at(offsetOf(document, pathOf(error)))}: ${sentence(error)}`));
    throw new Error(`${file}: it is no node policy`);
  }
  const mistakes: string[] = [];
  const rules = value.rules.flatMap((entry, place) => {
    const rule = readRule(entry);
    if (typeof rule !== 'string') return [rule];
    mistakes.push(`${at(offsetOf(document, ['rules', place]))}: ${rule}`);
    return [];
  });
  fail(mistakes);
  return { rules };
}

function fail(mistakes: readonly string[]): void {
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
}

const isPolicyFile = new Ajv2020({ allErrors: true, strict: true }).compile<PolicyFile>(POLICY_SCHEMA);

/** A text says what is wrong. */
function readRule(entry: RuleEntry): PolicyRule | string {
  const name = readName(entry);
  if (typeof name === 'string') return name;
  const variables = new Set(name.segments.map(({ variable }) => variable));
  const { gateways, nodes, clusters } = entry;
  if (!gateways && !variables.has('gateway') && !variables.has('namespace')) {
    return 'the rule does not say for which gateways: "gateways" is missing, or {gateway} or {namespace} in the pattern';
  }
  if (!nodes && !variables.has('node')) {
    return 'the rule does not say for which nodes: {node} is missing in the pattern, or "nodes", which may be ["*"]';
  }
  return { name, gateways, nodes, clusters };
}

function readName({ uri, dns }: RuleEntry): NamePattern | string {
  if ((uri === undefined) === (dns === undefined)) return 'a rule has either "uri" or "dns"';
  const pattern = uri === undefined ? parsePattern('dns', dns ?? '') : parsePattern('uri', uri);
  return typeof pattern === 'string' ? `the pattern cannot be read: ${pattern}` : pattern;
}

type Path = readonly (string | number)[];

const pathOf = ({ instancePath, keyword, params }: ErrorObject): Path => [
  ...instancePath
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~'))),
  ...(keyword === 'additionalProperties' ? [String(params['additionalProperty'])] : []),
];

/** Where a value begins; where the nearest value around it does, if it has no place of its own. */
function offsetOf(document: Document, path: Path): number {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isNode(node) && node.range) return node.range[0];
  return path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1));
}

function sentence({ instancePath, keyword, params, message }: ErrorObject): string {
  const [, list = ''] = /\/(\w+)\/\d+$/.exec(instancePath) ?? [];
  if (keyword === 'additionalProperties')
    return `"${String(params['additionalProperty'])}" is no field of a node policy here`;
  if (keyword === 'required') return `"${String(params['missingProperty'])}" is missing`;
  if (keyword === 'type') return `this must be of type ${String(params['type'])}`;
  if (keyword === 'pattern') return `this must be ${WANTED_TEXT.get(list) ?? 'of another form'}`;
  return `this ${message ?? 'is not allowed'}`;
}
