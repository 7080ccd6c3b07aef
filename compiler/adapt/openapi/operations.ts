/** The operations of an API, with what their paths say for them. */
import { isObject } from '../../2-validate/plan.ts';
import { field, items, isTrue, keyPlaceOf, textOf, wordOf, type Source } from '../source.ts';
import type { Api } from './api.ts';

export interface Operation {
  readonly source: Source;
  /** The path item. */
  readonly item: Source;
  /** As it stands in the description. */
  readonly path: string;
  /** In upper case. */
  readonly method: string;
  readonly id: string | undefined;
  readonly isDeprecated: boolean;
  /** Path parameters by name. */
  readonly parameters: ReadonlyMap<string, Source>;
  /** Parameters in the query, in headers and cookies, and the body of Swagger 2.0. */
  readonly others: readonly Source[];
  readonly hasBody: boolean;
}

/** OpenAPI 3.2 adds `query`. */
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const;

/** In the order of the description. */
export function operationsOf(api: Api): readonly Operation[] {
  const paths = api.reader.entries(field(api.root, 'paths')).filter(([path]) => !path.startsWith('x-'));
  for (const [, item] of paths)
    if (!isObject(item.value)) api.remark('lost', keyPlaceOf(item), 'no operations stand here');
  return paths.flatMap(([path, item]) => [
    ...methodsOf(api, path, item),
    ...api.reader
      .entries(api.reader.field(item, 'additionalOperations'))
      .map(([method, source]) => toOperation(api, { path, item, method, source })),
  ]);
}

const methodsOf = (api: Api, path: string, item: Source): readonly Operation[] =>
  api.reader
    .entries(item)
    .filter(([key]) => METHODS.some((method) => method === key))
    .map(([method, source]) => toOperation(api, { path, item, method: method.toUpperCase(), source }));

function toOperation(api: Api, at: Pick<Operation, 'source' | 'item' | 'path' | 'method'>): Operation {
  const { reader } = api;
  const parameters = parametersOf(api, at.item, at.source);
  const isIn = (parameter: Source, where: string) => textOf(reader.field(parameter, 'in')) === where;
  const ofPath = parameters.filter((parameter) => isIn(parameter, 'path'));
  return {
    ...at,
    id: wordOf(reader.field(at.source, 'operationId')),
    isDeprecated: isTrue(reader.field(at.source, 'deprecated')),
    parameters: new Map(ofPath.map((parameter) => [textOf(reader.field(parameter, 'name')) ?? '', parameter])),
    others: parameters.filter((parameter) => !ofPath.includes(parameter)),
    hasBody: reader.field(at.source, 'requestBody') !== undefined,
  };
}

/** Those of the path, then those of the operation, which win. */
function parametersOf({ reader, remark }: Api, item: Source, operation: Source): readonly Source[] {
  const lists = [reader.field(item, 'parameters'), reader.field(operation, 'parameters')];
  const all = lists
    .flatMap((list) => items(list))
    .map((parameter) => ({ parameter, resolved: reader.resolve(parameter) }));
  return all.flatMap(({ parameter, resolved }) => {
    if (textOf(reader.field(resolved, 'name')) !== undefined) return [resolved];
    if (field(parameter, '$ref') === undefined) remark('lost', keyPlaceOf(parameter), 'a parameter has no name');
    return [];
  });
}
