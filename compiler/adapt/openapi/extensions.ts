/** The `x-` fields of a description: ours, which say what OpenAPI cannot, and those of other gateways. */
import type { AnyFilter, Forward } from '../../2-validate/generated/types.ts';
import { isObject } from '../../2-validate/plan.ts';
import { plainText } from '../../diagnostics/catalog/words.ts';
import { closest } from '../../diagnostics/closest.ts';
import type { Written } from '../draft.ts';
import { entries, items, keyPlaceOf, placeOf, textOf, type Source } from '../source.ts';
import type { Api } from './api.ts';
import type { FilterUse } from './variants.ts';

/** What may stand at a description, a path and an operation; the inner one wins. */
export interface Settings {
  readonly filters: readonly FilterUse[];
  /** Names of filters that are switched off by `false`. */
  readonly disabled: readonly string[];
  readonly timeout: string | undefined;
  readonly retry: Written<Forward>['retry'];
}

/** The filters that have a field of their own. */
const FILTER_FIELDS = [
  ['x-enroute-cors', 'cors'],
  ['x-enroute-rate-limit', 'local-rate-limit'],
] as const;

/** Settings that stand at one place. */
export function settingsAt(api: Api, source: Source): Settings {
  const { reader } = api;
  const named = FILTER_FIELDS.flatMap(([key, type]) => filterOf(api, type, reader.field(source, key)));
  const listed = itemsAt(api, reader.field(source, 'x-enroute-filters')).flatMap((item) =>
    filterOf(api, undefined, item),
  );
  return {
    filters: [...named, ...listed],
    disabled: FILTER_FIELDS.filter(([key]) => reader.field(source, key)?.value === false).map(([, type]) => type),
    timeout: wordAt(api, reader.field(source, 'x-enroute-timeout')),
    retry: objectOf(api, reader.field(source, 'x-enroute-retry')),
  };
}

function filterOf(api: Api, type: AnyFilter['type'] | undefined, source: Source | undefined): readonly FilterUse[] {
  if (!source || source.value === false) return [];
  const value = objectOf<Written<AnyFilter>>(api, source);
  if (!value) return [];
  const filter = type === undefined ? value : { ...value, type };
  const name = 'name' in filter && typeof filter.name === 'string' ? filter.name : plainText(filter.type);
  // The compiler checks what users say in an extension, as it checks what they say in a document.
  return [{ name, filter: filter as Written<AnyFilter> }];
}

function wordAt({ remark }: Api, source: Source | undefined): string | undefined {
  const text = textOf(source);
  if (source && text === undefined) remark('lost', placeOf(source), 'this is no text, and is left out');
  return text;
}

function itemsAt({ remark }: Api, source: Source | undefined): readonly Source[] {
  if (source && !Array.isArray(source.value)) remark('lost', placeOf(source), 'this is no list, and is left out');
  return items(source);
}

function objectOf<T>({ remark }: Api, source: Source | undefined): T | undefined {
  if (source === undefined) return undefined;
  if (isObject(source.value)) return source.value as T;
  remark('lost', placeOf(source), 'this is no object, and is left out');
  return undefined;
}

/** Settings of an inner place, with those of the place around it where it says nothing. */
export const inside = (outer: Settings, inner: Settings): Settings => ({
  filters: [
    ...outer.filters.filter(
      ({ name }) => !inner.disabled.includes(name) && !inner.filters.some((other) => other.name === name),
    ),
    ...inner.filters,
  ],
  disabled: [...new Set([...outer.disabled, ...inner.disabled])].filter(
    (name) => !inner.filters.some((other) => other.name === name),
  ),
  timeout: inner.timeout ?? outer.timeout,
  retry: inner.retry ?? outer.retry,
});

const OURS = [
  'x-enroute-cors',
  'x-enroute-filters',
  'x-enroute-jwt',
  'x-enroute-oidc',
  'x-enroute-rate-limit',
  'x-enroute-retry',
  'x-enroute-scope-claim',
  'x-enroute-timeout',
  'x-enroute-upstream',
  'x-enroute-weight',
];

/** What other gateways read. */
const THEIRS =
  /^x-(?:google|kong|amazon-apigateway|apigee|azure|ambassador|gravitee|ibm|krakend|nginx|traefik|tyk|wso2|zuplo)-/;

/** Remarks on fields that nobody reads here, at the places where gateways look for them. */
export function remarkExtensions({ remark }: Api, sources: readonly Source[]): void {
  for (const [key, source] of sources.flatMap(entries)) {
    if (key.startsWith('x-enroute-') && !OURS.includes(key)) {
      const guess = closest(key, OURS);
      remark('lost', keyPlaceOf(source), `nothing is called "${key}"`, guess && `did you mean "${guess}"?`);
    }
    if (THEIRS.test(key))
      remark(
        'lost',
        keyPlaceOf(source),
        `"${key}" of another gateway is not read`,
        'say the same by an "x-enroute-" field',
      );
  }
}
