/** Checks of plain data that comes from elsewhere, as far as its shape is concerned. */

export type JsonObject = Readonly<Record<string, unknown>>;
export type Check = (value: unknown) => boolean;

export const isString: Check = (value) => typeof value === 'string';
/** A digest becomes part of a key in the bucket, so nothing else may stand there. */
export const isDigest: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
export const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
/** Canonical JSON holds finite numbers only. */
export const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
/** ISO 8601 as `toISOString` writes it. */
export const isTime: Check = (value) =>
  typeof value === 'string' && Number.isFinite(Date.parse(value)) && new Date(value).toISOString() === value;
export const isMapOfStrings: Check = (value) => isObject(value) && Object.values(value).every(isString);

export const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);

export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** Either there and right, or absent. */
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value has these fields, each right. Fields beside them are left alone. */
export const matches = (value: unknown, checks: Readonly<Record<string, Check>>): boolean =>
  isObject(value) &&
  Object.entries(checks).every(([key, check]) => check(Object.hasOwn(value, key) ? value[key] : undefined));
