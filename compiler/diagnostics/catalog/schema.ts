/** Diagnostics of the validate stage: a document that does not match its schema. */
import { define } from '../define.ts';
import { both, count, didYouMean, either, list, quote, show, typeName, typeOf, plainText } from './words.ts';

export const SCHEMA = {
  'unknown-field': define<{ field: string; known: Iterable<string> }>({
    severity: 'error',
    title: 'A document has a field that its schema does not know.',
    message: ({ field }) => `unknown field ${quote(field)}`,
    help: ({ field, known }) => didYouMean(field, known, 'fields'),
    explanation: {
      meaning: 'The field is not one of those that may stand in this place.',
      reason:
        'A field that is accepted and ignored is worse than an error: a mistyped "timeout" would leave a route without one and nobody would know.',
      cure: 'Correct the spelling, or move the field to where it belongs; the reference page of the kind lists the fields of each place.',
      example: {
        wrong: 'spec:\n  hostname: [shop.example]',
        right: 'spec:\n  hostnames: [shop.example]',
      },
    },
  }),
  'missing-field': define<{ field: string; description?: string | undefined }>({
    severity: 'error',
    title: 'A document lacks a field that its schema requires.',
    message: ({ field }) => `the field ${quote(field)} is missing`,
    help: ({ field, description }) => (description === undefined ? undefined : `add ${quote(field)}: ${description}`),
    explanation: {
      meaning: 'The field is required in this place and does not stand there.',
      reason: 'There is no default that would be right for everybody, so the document has to say it.',
      cure: 'Add the field. The diagnostic points to the object that lacks it.',
      example: {
        wrong: 'kind: Upstream\nmetadata: {}',
        right: 'kind: Upstream\nmetadata:\n  name: checkout',
      },
    },
  }),
  'wrong-type': define<{ expected: readonly string[]; value: unknown; form?: string | undefined }>({
    severity: 'error',
    title: 'A value has another type than its schema says.',
    message: ({ expected, value }) => `expected ${list(expected.map(typeName), 'or')}, found ${typeOf(value)}`,
    help: ({ expected, value, form }) => (form === undefined ? typeHelp(expected, value) : `expected: ${lower(form)}`),
    explanation: {
      meaning: 'The value is, for example, a string where a number must stand.',
      reason:
        'Values are never converted: "10" and 10 are different, and a guess could change what the document means. In YAML 1.2 only true and false are booleans, and a number in quotes is a string.',
      cure: 'Write a value of the expected type: take off the quotes, or put them on.',
      example: { wrong: 'port: "8080"\ndisabled: yes', right: 'port: 8080\ndisabled: true' },
    },
  }),
  'invalid-value': define<{ value: unknown; allowed: readonly unknown[] }>({
    severity: 'error',
    title: 'A value is not one of those allowed.',
    message: ({ value, allowed }) =>
      allowed.length === 1
        ? `${show(value)} must be ${show(allowed[0])}`
        : `${show(value)} is not one of the allowed values`,
    help: ({ value, allowed }) => didYouMean(plainText(value), allowed.map(plainText), 'values', MOST_VALUES),
    explanation: {
      meaning: 'Only certain values may stand in this place, and this is not one of them.',
      reason: 'The values name things that Enroute can do; upper and lower case matter.',
      cure: 'Choose one of the values that the diagnostic or the reference page lists.',
      example: { wrong: 'loadBalancing:\n  policy: round_robin', right: 'loadBalancing:\n  policy: round-robin' },
    },
  }),
  'invalid-format': define<{ value: unknown; expected: string }>({
    severity: 'error',
    title: 'A string is not written in the form that its place demands.',
    message: ({ value }) => `${show(value)} is not written in the right form`,
    help: ({ expected }) => `expected: ${lower(expected)}`,
    explanation: {
      meaning: 'The string stands for something, such as a duration or a CIDR, and cannot be read as that.',
      reason: 'Envoy would refuse the configuration, or would understand it differently from what was meant.',
      cure: 'Write it as the diagnostic says. Durations have a unit, hostnames no scheme and no port, CIDRs a prefix length.',
      example: { wrong: 'timeout: 10', right: 'timeout: 10s' },
    },
  }),
  'out-of-range': define<{ value: unknown; comparison: '>=' | '>' | '<=' | '<' | 'multiple of'; limit: number }>({
    severity: 'error',
    title: 'A number is too small or too large.',
    message: ({ value, comparison, limit }) => `${show(value)} must be ${BOUNDS[comparison]} ${limit}`,
    explanation: {
      meaning: 'The number lies outside of what may stand in this place.',
      reason:
        'The limits are those of the thing itself (a port ends at 65535) or of Envoy, which would refuse the configuration.',
      cure: 'Choose a number within the limits.',
      example: { wrong: 'port: 70000', right: 'port: 7000' },
    },
  }),
  'too-few': define<{ noun: 'item' | 'field' | 'character'; found: number; limit: number }>({
    severity: 'error',
    title: 'A list, an object or a string is too short.',
    message: ({ noun, found, limit }) => `at least ${count(limit, noun)} must stand here, found ${found}`,
    explanation: {
      meaning: 'The list, object or string has fewer parts than its place demands.',
      reason:
        'An empty list would say something that has no meaning here: a virtual host without hostnames can never match.',
      cure: 'Add what is missing, or leave the whole field out if it is optional.',
      example: { wrong: 'hostnames: []', right: 'hostnames: [shop.example]' },
    },
  }),
  'too-many': define<{ noun: 'item' | 'field' | 'character'; found: number; limit: number }>({
    severity: 'error',
    title: 'A list, an object or a string is too long.',
    message: ({ noun, found, limit }) => `at most ${count(limit, noun)} may stand here, found ${found}`,
    explanation: {
      meaning: 'The list, object or string has more parts than its place allows.',
      reason: 'The limit is that of Envoy or of a standard, or only one of several things can be had at once.',
      cure: 'Take out what is too much, or split the document.',
      example: {
        wrong: 'redirect: { scheme: https, path: /a, prefix: /b }',
        right: 'redirect: { scheme: https, path: /a }',
      },
    },
  }),
  'duplicate-item': define<{ value: unknown; first: number; second: number }>({
    severity: 'error',
    title: 'A list has the same item twice.',
    message: ({ value, first, second }) =>
      `${show(value)} stands in this list twice, as items ${first + 1} and ${second + 1}`,
    explanation: {
      meaning: 'Two items of a list are equal, and the list is a set.',
      reason: 'The second has no effect, so it is a slip: most likely something else was meant.',
      cure: 'Remove one of the two, or correct it.',
      example: { wrong: 'methods: [GET, GET]', right: 'methods: [GET, HEAD]' },
    },
  }),
  'mutually-exclusive': define<{ fields: readonly string[] }>({
    severity: 'error',
    title: 'Fields stand together that exclude each other.',
    message: ({ fields }) => `${both(fields)} exclude each other`,
    help: () => 'keep one of them',
    explanation: {
      meaning: 'Each of the fields is right by itself, but only one of them may stand here.',
      reason: 'They are answers to the same question: a route forwards a request, or redirects it, or answers it.',
      cure: 'Keep the one that is meant and remove the others.',
      example: {
        wrong: 'forward: { upstream: checkout }\nredirect: { scheme: https }',
        right: 'redirect: { scheme: https }',
      },
    },
  }),
  'missing-choice': define<{ fields: readonly string[] }>({
    severity: 'error',
    title: 'None of several fields is there, and one must be.',
    message: ({ fields }) => `one of ${either(fields)} must stand here`,
    explanation: {
      meaning: 'The fields are answers to one question, and the document gives none.',
      reason: 'Without an answer there is nothing to do: a route that neither forwards nor answers has no meaning.',
      cure: 'Add exactly one of the fields.',
      example: {
        wrong: 'match: { prefix: /cart }',
        right: 'match: { prefix: /cart }\nforward: { upstream: checkout }',
      },
    },
  }),
  'unknown-kind': define<{ kind: unknown; known: Iterable<string> }>({
    severity: 'error',
    title: 'A document has a kind that Enroute does not know.',
    message: ({ kind }) => `there is no kind ${show(kind)}`,
    help: ({ kind, known }) => didYouMean(plainText(kind), known, 'kinds'),
    explanation: {
      meaning: 'The document says by its apiVersion that it is for Enroute, and its kind is none of those.',
      reason: 'The kind decides which fields the document may have, so nothing else in it can be read.',
      cure: 'Correct the kind; upper and lower case matter.',
      example: { wrong: 'kind: Virtualhost', right: 'kind: VirtualHost' },
    },
  }),
  'unknown-api-version': define<{ apiVersion: unknown; known: Iterable<string> }>({
    severity: 'error',
    title: 'A document is written for another version of the API.',
    message: ({ apiVersion }) => `the API version ${show(apiVersion)} is not known`,
    help: ({ known }) => `known versions: ${[...known].sort().map(quote).join(', ')}`,
    explanation: {
      meaning: 'The document is for Enroute, and for a version of its API that this compiler does not speak.',
      reason: 'Fields may mean something else in another version, so the document is not read on a guess.',
      cure: 'Write a known version, or use the compiler that belongs to the version in the document.',
      example: { wrong: 'apiVersion: enroute.dev/v2', right: 'apiVersion: enroute.dev/v1' },
    },
  }),
};

/** The values of a choice are all listed, up to a length that nobody would read. */
const MOST_VALUES = 40;

/** A description within a sentence: without a full stop, and without the capital unless it is an abbreviation's. */
const lower = (text: string): string =>
  text.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase()).replace(/\.$/, '');

const BOUNDS = {
  '>=': 'at least',
  '>': 'more than',
  '<=': 'at most',
  '<': 'less than',
  'multiple of': 'a multiple of',
};

/** The two slips that YAML invites: booleans of YAML 1.1, and quotes on numbers or none on strings. */
const typeHelp = (expected: readonly string[], value: unknown): string | undefined => {
  if (expected.includes('boolean') && typeof value === 'string' && /^(yes|no|on|off|true|false)$/i.test(value))
    return `write ${/^(yes|on|true)$/i.test(value) ? 'true' : 'false'}, without quotes`;
  if (expected.some((type) => type === 'integer' || type === 'number') && typeof value === 'string' && isNumber(value))
    return `write ${value}, without quotes`;
  if (expected.includes('string') && (typeof value === 'number' || typeof value === 'boolean'))
    return `write "${value}", with quotes`;
  return undefined;
};

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);
