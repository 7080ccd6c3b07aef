/** Holds answers against what the API says of itself in its OpenAPI description: their statuses, media types and schemas. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { isObject, type JsonObject } from '../../cli/remote/json.ts';

export interface AnswerToCheck {
  /** In upper case. */
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Fails the running test if an answer is not as it is described. */
export type CheckAnswer = (answer: AnswerToCheck) => void;

const ROOT = 'openapi.json';

/** @param url the address of an API, from which its description is read */
export async function readDescription(url: string): Promise<CheckAnswer> {
  const description: unknown = await (await fetch(`${url}/openapi.json`)).json();
  if (!isObject(description) || !isObject(description['paths'])) throw new Error('it is no description');
  // Formats are looked at by Schemathesis; vocabulary of our own says nothing of what is valid.
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ ...description, $id: ROOT });
  const operations = new Map(Object.entries(description['paths']));

  return ({ method, path, status, headers, text }) => {
    const what = `${status} to ${method} ${path}`;
    const [template, item] = findPath(operations, path.split('?')[0] ?? '');
    const operation = memberOf(item, method.toLowerCase());
    const [pointer, response] = resolve(description, `/paths/${escape(template)}/${method.toLowerCase()}`, [
      memberOf(operation, 'responses'),
      String(status),
    ]);
    expect(response, `${what} is not described`).toBeDefined();
    for (const name of ['x-request-id', ...DESCRIBED_IF_GIVEN.filter((header) => headers.has(header))]) {
      expect(headers.has(name), `${name} of ${what}`).toBe(true);
      expect(Object.keys(memberOf(response, 'headers')), `the headers of ${what}`).toContain(name);
    }
    const content = memberOf(response, 'content');
    const type = (headers.get('content-type') ?? '').split(';')[0] ?? '';
    if (Object.keys(content).length === 0) return expect(text, `the body of ${what}`).toBe('');
    expect(Object.keys(content), `the media types of ${what}`).toContain(type);
    if (!type.endsWith('json')) return;
    const validate = ajv.compile({ $ref: `${ROOT}#${pointer}/content/${escape(type)}/schema` });
    validate(JSON.parse(text));
    expect(validate.errors ?? [], `the body of ${what}: ${text.slice(0, 2000)}`).toEqual([]);
  };
}

const DESCRIBED_IF_GIVEN = ['etag', 'location', 'www-authenticate', 'retry-after'];

/** Paths without parameters go before those with them. */
function findPath(operations: ReadonlyMap<string, unknown>, path: string): readonly [string, unknown] {
  const exact = operations.get(path);
  if (exact !== undefined) return [path, exact];
  const found = [...operations].find(([template]) =>
    new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  if (!found) throw new Error(`${path} is not described`);
  return found;
}

/** The answer of an operation, and the pointer to it, which may lead to one that several share. */
function resolve(
  description: JsonObject,
  operation: string,
  [responses, status]: readonly [responses: JsonObject, status: string],
): readonly [pointer: string, response: JsonObject | undefined] {
  const found = responses[status];
  if (!isObject(found)) return ['', undefined];
  const shared = /^#(\/components\/responses\/(\w+))$/.exec(String(found['$ref'] ?? ''));
  if (!shared) return [`${operation}/responses/${status}`, found];
  const [, pointer = '', name = ''] = shared;
  return [pointer, memberOf(memberOf(memberOf(description, 'components'), 'responses'), name)];
}

const memberOf = (value: unknown, name: string): JsonObject => {
  const member = isObject(value) ? value[name] : undefined;
  return isObject(member) ? member : {};
};

/** A part of a JSON pointer that stands in a URI. */
const escape = (text: string): string =>
  encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1')).replaceAll('%7E', '~');
