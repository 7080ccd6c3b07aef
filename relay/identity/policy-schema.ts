/** What a node policy file may say, as JSON Schema. What a schema cannot say is in `policy-file.ts`. */

/** The file, after the schema has accepted it. */
export interface PolicyFile {
  readonly rules: readonly RuleEntry[];
}

export interface RuleEntry {
  readonly uri?: string;
  readonly dns?: string;
  readonly gateways?: readonly string[];
  readonly nodes?: readonly string[];
  readonly clusters?: readonly string[];
}

const list = (pattern: string, description: string) => ({
  type: 'array',
  minItems: 1,
  items: { type: 'string', pattern },
  description,
});

/** A text, with "*" at one end or alone. */
const ONE_END = '^(\\*|\\*?[^*]+|[^*]+\\*)$';

export const POLICY_SCHEMA = {
  type: 'object',
  required: ['rules'],
  additionalProperties: false,
  properties: {
    rules: {
      type: 'array',
      description: 'Each lets some certificates speak for some nodes; what none of them lets is denied.',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: {
          uri: { type: 'string', minLength: 1, description: 'Certificates with a URI of this pattern.' },
          dns: { type: 'string', minLength: 1, description: 'Certificates with a DNS name of this pattern.' },
          gateways: list('^(\\*|[^/*\\s]+/(\\*|[^/*\\s]+))$', 'namespace/name, namespace/*, or * for all.'),
          nodes: list(ONE_END, 'Node ids; * at one end stands for any beginning or end.'),
          clusters: list(ONE_END, 'Node clusters, likewise; any that belongs to the gateway, if left out.'),
        },
      },
    },
  },
} as const;

/** What a text must be that a pattern of the schema refuses, by the name of the list. */
export const WANTED_TEXT: ReadonlyMap<string, string> = new Map([
  ['gateways', 'namespace/name, namespace/* or *'],
  ['nodes', 'a node id with at most one "*", at its beginning or end'],
  ['clusters', 'a node cluster with at most one "*", at its beginning or end'],
]);
