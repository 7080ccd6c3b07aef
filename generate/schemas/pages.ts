/** Schemas → reference pages: one a kind, one a filter, and an index. Markdown, not yet formatted. */
import { stringify } from 'yaml';
import type { FilterModule } from '../../compiler/filters/filter-module.ts';
import { PHASES, phaseOrder } from '../../compiler/filters/phases.ts';
import { PRECEDENCE } from '../../compiler/3-link/route/precedence.ts';
import type { Schemas } from './load.ts';
import { definitionName, isSchema, type Schema } from './schema.ts';

const FOLDER = 'docs/reference';
const MARK = '<!-- Generated from schemas/: npm run generate -->';

/** Filter modules by type. They are read from their files, since the registry may not have the newest yet. */
export type Modules = ReadonlyMap<string, Pick<FilterModule, 'phase' | 'envoyFilter'>>;

export function generatePages(schemas: Schemas, modules: Modules): ReadonlyMap<string, string> {
  const kinds = schemas.kinds.map((kind): [string, string] => [`${FOLDER}/${fileName(kind)}`, kindPage(kind, schemas)]);
  const filters = [...schemas.filters].map(([type, name]): [string, string] => [
    `${FOLDER}/filters/${type}.md`,
    filterPage(type, name, schemas, modules),
  ]);
  const settings = schemas.settings.map((name): [string, string] => [
    `${FOLDER}/settings/${fileName(name)}`,
    kindPage(name, schemas),
  ]);
  return new Map([[`${FOLDER}/README.md`, indexPage(schemas, modules)], ...kinds, ...filters, ...settings]);
}

const fileName = (kind: string) => `${kind.replaceAll(/(?<!^)([A-Z])/g, '-$1').toLowerCase()}.md`;

const definitionOf = ({ definitions }: Schemas, name: string): Schema => {
  const found = definitions[name];
  if (!found) throw new Error(`nothing is defined under the name ${name}`);
  return found;
};

function indexPage(schemas: Schemas, modules: Modules): string {
  const summary = (name: string) => definitionOf(schemas, name).description ?? '';
  const kinds = schemas.kinds.map((kind) => `| [${kind}](${fileName(kind)}) | ${summary(kind)} |`);
  const filters = [...schemas.filters].map(([type, name]) => `| [${type}](filters/${type}.md) | ${summary(name)} |`);
  const settings = schemas.settings.map((name) => `| [${name}](settings/${fileName(name)}) | ${summary(name)} |`);
  const scalars = [...SCALARS].map((name) => {
    const { description = '', examples = [] } = definitionOf(schemas, name);
    return `| ${name} | ${escapePipes(description)} | ${examples.map((example) => inCell(String(example))).join(', ')} |`;
  });
  const precedence = PRECEDENCE.map(({ what, reason }, place) => `| ${place + 1} | ${what} | ${reason} |`);
  const phases = PHASES.map(([phase, reason]) => `| ${phase} | ${filtersOf(phase, modules)} | ${reason} |`);
  return `${MARK}

# Reference

Every document has \`apiVersion: enroute.dev/v1\`, a \`kind\`, \`metadata\` and a \`spec\`.

## Kinds

| Kind | Is |
| --- | --- |
${kinds.join('\n')}

## Filters

| Filter | Does |
| --- | --- |
${filters.join('\n')}

## Files for operators

| File | Says |
| --- | --- |
${settings.join('\n')}

## Texts and numbers

| Type | Is | For example |
| --- | --- | --- |
${scalars.join('\n')}

## Which route is taken

The order of routes in documents has no meaning. Of two routes of a host that both match, the first line of this table on
which they differ decides.

| | First | Why |
| --- | --- | --- |
${precedence.join('\n')}

## In which order filters work

Requests pass from top to bottom, answers from bottom to top.

| Phase | Filters | Why here |
| --- | --- | --- |
${phases.join('\n')}
`;
}

const filtersOf = (phase: (typeof PHASES)[number][0], modules: Modules) =>
  [...modules]
    .filter(([, module]) => phaseOrder(module.phase) === phaseOrder(phase))
    .map(([type]) => `[${type}](filters/${type}.md)`)
    .join(', ');

function kindPage(kind: string, schemas: Schemas): string {
  const schema = definitionOf(schemas, kind);
  return `${MARK}

# ${kind}

${schema.description ?? ''}

${exampleOf(schema)}

${sections(kind, schemas, ['Metadata'])}`;
}

function filterPage(type: string, name: string, schemas: Schemas, modules: Modules): string {
  const schema = definitionOf(schemas, name);
  const module = modules.get(type);
  if (!module) throw new Error(`the filter ${type} has a schema and no module`);
  const { envoyFilter, phase } = module;
  return `${MARK}

# ${type}

${schema.description ?? ''}

Becomes Envoy's \`${envoyFilter}\`, in the phase \`${phase}\`. Attach it to a Gateway, a VirtualHost, a Route or a single
route by \`filters\`; switch it off further in by \`disableFilters\`.

${exampleOf({ examples: [{ filters: schema.examples ?? [] }] })}

${sections(name, schemas, [])}`;
}

const exampleOf = ({ examples = [] }: Schema): string =>
  examples.map((example) => `\`\`\`yaml\n${stringify(example, { lineWidth: 100 })}\`\`\``).join('\n\n');

/** Tables of a definition and of all objects inside it, each once, in the order in which a reader meets them. */
function sections(root: string, schemas: Schemas, left: readonly string[]): string {
  const done = new Set(left);
  const queue: { readonly title: string; readonly schema: Schema }[] = [
    { title: root, schema: definitionOf(schemas, root) },
  ];
  const tables: string[] = [];
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (done.has(next.title)) continue;
    done.add(next.title);
    tables.push(table(next.title, next.schema, schemas));
    queue.push(...objectsIn(next.schema, schemas));
  }
  return tables.join('\n\n');
}

const table = (title: string, schema: Schema, schemas: Schemas): string =>
  schema.oneOf ? unionTable(title, schema, schemas) : fieldTable(title, schema, schemas);

/** Which objects there are of several that their `type` tells apart. */
const unionTable = (title: string, { description = '', oneOf = [] }: Schema, schemas: Schemas): string =>
  [
    `## ${title}`,
    description,
    [
      '| `type` | Is |',
      '| --- | --- |',
      ...branchesOf(oneOf).map((name) => {
        const { properties, description: summary = '' } = definitionOf(schemas, name);
        return `| [\`${String(properties?.['type']?.const)}\`](#${name.toLowerCase()}) | ${escapePipes(summary)} |`;
      }),
    ].join('\n'),
  ].join('\n\n');

const branchesOf = (branches: readonly Schema[]): readonly string[] =>
  branches.flatMap(({ $ref }) => ($ref === undefined ? [] : [definitionName($ref)]));

const fieldTable = (
  title: string,
  { description, properties = {}, required = [], exactlyOne, atLeastOne }: Schema,
  schemas: Schemas,
): string =>
  [
    `## ${title}`,
    description ?? '',
    exactlyOne && `Exactly one of ${code(exactlyOne)} must be given.`,
    atLeastOne && `At least one of ${code(atLeastOne)} must be given.`,
    [
      '| Field | Type | Default | Meaning |',
      '| --- | --- | --- | --- |',
      ...Object.entries(properties).map(([name, property]) => row(name, property, required.includes(name), schemas)),
    ].join('\n'),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');

const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

const row = (name: string, property: Schema, isRequired: boolean, schemas: Schemas): string => {
  const fallback =
    property.default === undefined ? (isRequired ? '*required*' : '') : inCell(JSON.stringify(property.default));
  return `| \`${name}\` | ${typeOf(property)} | ${fallback} | ${escapePipes(meaningOf(property, schemas))} |`;
};

const meaningOf = ({ description, $ref }: Schema, schemas: Schemas): string =>
  description ?? ($ref === undefined ? '' : (definitionOf(schemas, definitionName($ref)).description ?? ''));

const inCell = (text: string) => `\`${escapePipes(text)}\``;
const escapePipes = (text: string) => text.replaceAll('|', '\\|');

/** A type in a reader's words; objects with a table of their own are links to it. */
function typeOf(schema: Schema): string {
  if (schema.reference !== undefined) return `name of a ${schema.reference}`;
  if (schema.const !== undefined) return inCell(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.map((value) => inCell(String(value))).join(', ');
  if (schema.$ref !== undefined) return linkTo(definitionName(schema.$ref));
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  if (isSchema(schema.additionalProperties)) return `map of ${typeOf(schema.additionalProperties)}`;
  if (schema.properties)
    return schema.title === undefined ? 'object' : `[${schema.title}](#${schema.title.toLowerCase()})`;
  return [schema.type ?? 'any'].flat().join(' or ');
}

const SCALARS = new Set(
  'Name Namespace Reference JsonPointer Duration Size Port IpAddress Cidr Hostname PreciseHostname HeaderName HeaderValue Regex Path PathTemplate Percentage StatusCode ErrorStatusCode TlsVersion FilterName'.split(
    ' ',
  ),
);

const linkTo = (name: string): string => {
  if (SCALARS.has(name)) return name;
  if (name === 'Filters') return '[filters](README.md#filters)';
  if (name === 'Labels') return 'map of string';
  if (name === 'EnvoyMerge') return 'object';
  if (name === 'DisableFilters') return 'list of filter names';
  return `[${name}](#${name.toLowerCase()})`;
};

/** The objects that a definition's fields lead to: those that have names, and those inside of objects that have none. */
function objectsIn(schema: Schema, schemas: Schemas): readonly { readonly title: string; readonly schema: Schema }[] {
  if (schema.oneOf) return branchesOf(schema.oneOf).map((title) => ({ title, schema: definitionOf(schemas, title) }));
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => objectsAt(name, property, schemas));
}

function objectsAt(
  name: string,
  schema: Schema,
  schemas: Schemas,
): readonly { readonly title: string; readonly schema: Schema }[] {
  if (schema.$ref !== undefined) {
    const target = definitionName(schema.$ref);
    if (target === 'Filters' || target === 'ConfiguredFilter') return [];
    const definition = definitionOf(schemas, target);
    if (definition.items) return objectsAt(name, definition.items, schemas);
    return definition.properties || definition.oneOf ? [{ title: target, schema: definition }] : [];
  }
  if (schema.items) return objectsAt(name, schema.items, schemas);
  return schema.properties ? [{ title: schema.title ?? name, schema }] : [];
}
