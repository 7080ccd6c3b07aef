/** Headers with an underscore in their names, which gateways refuse unless they are told to take them. */
import { keyPlaceOf, textOf, type Source } from '../source.ts';
import type { Api } from './api.ts';
import type { Operation } from './operations.ts';
import type { OpenapiOptions } from './options.ts';
import type { Schemes } from './schemes.ts';

/** Whether the Gateway has to let them through; says so if it is another one's. */
export function needsUnderscores(
  api: Api,
  operations: readonly Operation[],
  schemes: Schemes,
  { gateway }: OpenapiOptions,
): boolean {
  const found = [...headerParameters(api, operations), ...headerSchemes(api, schemes)];
  for (const source of found)
    if (gateway.mode === 'create')
      api.remark(
        'approximated',
        keyPlaceOf(source),
        'headers with "_" in their names are let through by the whole Gateway',
      );
    else
      api.remark(
        'incomplete',
        keyPlaceOf(source),
        'this header has "_" in its name, and a Gateway refuses requests with such headers',
        `say "headersWithUnderscores: allow" in "http" of the Gateway ${gateway.name}`,
      );
  return found.length > 0;
}

const headerParameters = ({ reader }: Api, operations: readonly Operation[]): readonly Source[] =>
  operations
    .flatMap(({ others }) => others)
    .filter((parameter) => isHeader(reader.field(parameter, 'in')) && hasUnderscore(reader.field(parameter, 'name')));

const headerSchemes = ({ reader }: Api, schemes: Schemes): readonly Source[] =>
  [...schemes.values()].flatMap((scheme) =>
    scheme && isHeader(reader.field(scheme.source, 'in')) && hasUnderscore(reader.field(scheme.source, 'name'))
      ? [scheme.source]
      : [],
  );

const isHeader = (source: Source | undefined): boolean => textOf(source) === 'header';

const hasUnderscore = (source: Source | undefined): boolean => textOf(source)?.includes('_') ?? false;
