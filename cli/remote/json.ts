/** JSON that others have sent, read without believing in its shape. */
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textIn = (value: JsonObject, name: string): string | undefined => {
  const found = value[name];
  return typeof found === 'string' ? found : undefined;
};

/** 0, if it is not there. */
export const numberIn = (value: JsonObject, name: string): number => {
  const found = value[name];
  return typeof found === 'number' ? found : 0;
};

/** The objects of a list; none if it is not there. */
export const objectsIn = (value: JsonObject, name: string): readonly JsonObject[] => {
  const found = value[name];
  return Array.isArray(found) ? found.filter(isObject) : [];
};

export const textsIn = (value: JsonObject, name: string): readonly string[] => {
  const found = value[name];
  return Array.isArray(found) ? found.filter((item) => typeof item === 'string') : [];
};

/** @throws Failure if the answer is none of the API's. */
export function checked<T>(value: unknown, is: (value: unknown) => value is T): T {
  if (is(value)) return value;
  throw new Failure('the API answers otherwise than it should; is it of another version?', { exit: EXIT.unreachable });
}
