/**
 * Schemas → what OpenAPI 3.1 calls components: the same JSON Schemas, with references that lead to each other there.
 *
 * What only our own stages understand goes by names that begin with `x-enroute-`, and a union says which `type` is which.
 */
import type { Schemas } from './load.ts';
import { definitionName, isSchema, OWN_KEYWORDS, type Schema } from './schema.ts';

const HEADER = `/**
 * The schemas of the kinds, as OpenAPI has them.
 *
 * Generated from schemas/ by \`npm run generate\`. Do not edit.
 */
`;

export function generateOpenapi(schemas: Schemas): string {
  const names = reachable(schemas);
  const components = Object.fromEntries(
    [...names].sort().map((name) => [name, convert(schemas.definitions[name], schemas)]),
  );
  return `${HEADER}
/** By name; each kind has its own. */
export const SCHEMAS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = ${JSON.stringify(components)};
`;
}

/** The kinds, what else the API takes, and all that they refer to. */
function reachable({ definitions, kinds }: Schemas): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, reference = ''] of JSON.stringify(definitions[name]).matchAll(/"\$ref":"([^"]+)"/g))
      visit(definitionName(reference));
  };
  for (const kind of [...kinds, 'EndpointList']) visit(kind);
  return found;
}

const OWN: ReadonlySet<string> = new Set(OWN_KEYWORDS);
/** Keywords whose values hold schemas by names, which may be the same as keywords. */
const BY_NAME: ReadonlySet<string> = new Set(['properties']);
const VALUES: ReadonlySet<string> = new Set(['default', 'examples', 'const', 'enum', ...OWN_KEYWORDS]);

function convert(value: unknown, schemas: Schemas): unknown {
  if (Array.isArray(value)) return value.map((item) => convert(item, schemas));
  if (!isSchema(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]): [string, unknown] => {
      if (key === '$ref') return [key, componentOf(String(child))];
      if (key === 'discriminator') return [key, { ...child, mapping: mappingOf(value, schemas) }];
      if (BY_NAME.has(key)) return [key, convertEach(child, schemas)];
      return [OWN.has(key) ? `x-enroute-${kebab(key)}` : key, VALUES.has(key) ? child : convert(child, schemas)];
    }),
  );
}

const convertEach = (properties: object, schemas: Schemas): unknown =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, convert(schema, schemas)]));

const componentOf = (reference: string): string => `#/components/schemas/${definitionName(reference)}`;

/** Which branch of a union is meant by each `type`. */
const mappingOf = ({ oneOf = [] }: Schema, { definitions }: Schemas): Readonly<Record<string, string>> =>
  Object.fromEntries(
    oneOf.map(({ $ref = '' }) => [
      String(definitions[definitionName($ref)]?.properties?.['type']?.const),
      componentOf($ref),
    ]),
  );

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
