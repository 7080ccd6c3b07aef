/** Every generated file but the xDS descriptors, as path → text. */
import { format } from 'prettier';
import type { FilterModule } from '../compiler/filters/filter-module.ts';
import { DIAGNOSTICS_PAGE, generateDiagnosticsPage } from './diagnostics.ts';
import { filterUnion, loadSchemas, type Schemas } from './schemas/load.ts';
import { OPERATIONS } from '../functions/api/operations/index.ts';
import { printGraphqlSchema } from '../functions/graphql/schema.ts';
import { generateGraphql } from './schemas/graphql.ts';
import { generateKinds } from './schemas/kinds.ts';
import { generateOpenapi } from './schemas/openapi.ts';
import { generatePages, type Modules } from './schemas/pages.ts';
import { generatePlans } from './schemas/plan.ts';
import { generateRegistry } from './schemas/registry.ts';
import { generateTypes } from './schemas/types.ts';
import { generateValidators, generateValidatorTypes } from './schemas/validators.ts';

export async function generate(): Promise<ReadonlyMap<string, string>> {
  const schemas = loadSchemas();
  const pages = await Promise.all(
    [...generatePages(schemas, await loadModules(schemas))].map(async ([path, text]): Promise<[string, string]> => [
      path,
      await markdown(text),
    ]),
  );
  return new Map([
    ...pages,
    ['schemas/filters.schema.json', await json(filterUnion())],
    ['compiler/2-validate/generated/types.ts', await typescript(await generateTypes(schemas))],
    // Two modules: whoever compiles documents needs no validators of settings.
    ...(await validators('validators', schemas.kinds, schemas)),
    ...(await validators('settings-validators', schemas.settings, schemas)),
    ['compiler/2-validate/generated/kinds.ts', await typescript(generateKinds(schemas))],
    ['compiler/2-validate/generated/plans.ts', await typescript(generatePlans(schemas))],
    ['functions/graphql/generated/model.ts', await typescript(generateGraphql(schemas))],
    ['functions/api/generated/schemas.ts', await typescript(generateOpenapi(schemas))],
    ['compiler/filters/generated/registry.ts', await typescript(generateRegistry(schemas))],
    ['docs/api.graphql', await graphql(printGraphqlSchema(OPERATIONS))],
    [DIAGNOSTICS_PAGE, await markdown(generateDiagnosticsPage())],
  ]);
}

const validators = async (
  name: string,
  definitions: readonly string[],
  schemas: Schemas,
): Promise<[string, string][]> => [
  [`compiler/2-validate/generated/${name}.js`, await generateValidators(schemas, definitions)],
  [`compiler/2-validate/generated/${name}.d.ts`, await typescript(generateValidatorTypes(definitions))],
];

const STYLE = { printWidth: 120, singleQuote: true } as const;
const typescript = (text: string) => format(text, { ...STYLE, parser: 'typescript' });
const graphql = (text: string) => format(text, { ...STYLE, parser: 'graphql' });
const markdown = (text: string) => format(text, { ...STYLE, parser: 'markdown' });
const json = (value: unknown) => format(JSON.stringify(value), { ...STYLE, parser: 'json' });

async function loadModules({ filters }: Schemas): Promise<Modules> {
  const load = async (type: string): Promise<[string, FilterModule]> => {
    const module: { readonly default: FilterModule } = await import(`../compiler/filters/${type}.ts`);
    return [type, module.default];
  };
  return new Map(await Promise.all([...filters.keys()].map(load)));
}
