/** Schemas → what the stages after validation need of them: defaults, references, formats, choices. */
import type { Schemas } from './load.ts';
import { definitionName, isSchema, type Schema } from './schema.ts';

const HEADER = `/**
 * Where in a document defaults, references, formats and choices are.
 *
 * Generated from schemas/ by \`npm run generate\`. Do not edit.
 */
import type { Plan } from '../plan.ts';

`;

export function generatePlans({ definitions }: Schemas): string {
  const plans = Object.entries(definitions).map(([name, schema]) => [name, planOf(schema)] as const);
  return `${HEADER}export const PLANS: Readonly<Record<string, Plan>> = ${JSON.stringify(Object.fromEntries(plans), null, 2)};\n`;
}

function planOf(schema: Schema): object {
  return {
    ...(schema.$ref !== undefined && { definition: definitionName(schema.$ref) }),
    ...(schema.description !== undefined && { description: schema.description }),
    ...(hasForm(schema) && schema.description !== undefined && { form: formOf(schema.description, schema) }),
    ...(schema.const !== undefined && { constant: schema.const }),
    ...(schema.reference !== undefined && { reference: schema.reference }),
    ...(schema.format !== undefined && { format: schema.format }),
    ...(schema.exactlyOne && { exactlyOne: schema.exactlyOne }),
    ...(schema.atLeastOne && { atLeastOne: schema.atLeastOne }),
    ...(schema.needless && { needless: schema.needless }),
    ...(schema.properties && { properties: mapProperties(schema.properties) }),
    ...(schema.uniqueItems && { uniqueItems: true }),
    ...(schema.items && { items: planOf(schema.items) }),
    ...(isSchema(schema.additionalProperties) && { values: planOf(schema.additionalProperties) }),
    ...(schema.oneOf && { branches: branchesOf(schema.oneOf) }),
  };
}

/** Whether a text must have a form that its description tells. */
const hasForm = ({ pattern, format }: Schema): boolean => pattern !== undefined || format !== undefined;

/** With an example, unless the description has one. */
function formOf(description: string, { examples = [] }: Schema): string {
  const [example] = examples;
  return typeof example !== 'string' || /"|`|such as/.test(description)
    ? description
    : `${description} For example: ${example}`;
}

const mapProperties = (properties: Readonly<Record<string, Schema>>) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      { ...planOf(property), ...(property.default !== undefined && { default: property.default }) },
    ]),
  );

const branchesOf = (branches: readonly Schema[]): readonly string[] =>
  branches.flatMap(({ $ref }) => ($ref === undefined ? [] : [definitionName($ref)]));
