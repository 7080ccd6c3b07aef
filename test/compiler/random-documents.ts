/** Random documents from the JSON Schemas: every shape that they allow, with texts that lie at the edge of what is allowed. */
import fc, { type Arbitrary } from 'fast-check';
import { loadSchemas, type Schemas } from '../../generate/schemas/load.ts';
import { definitionName, isSchema, type Schema } from '../../generate/schemas/schema.ts';

export const SCHEMAS: Schemas = loadSchemas();

/** A schema with its references followed: what it says itself wins. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...own } = schema;
  const definition = SCHEMAS.definitions[definitionName($ref)];
  if (!definition) throw new Error(`nothing is defined at ${$ref}`);
  return { ...resolved(definition), ...own };
}

/** The branch of a union that a value's `type` chooses. */
export function branchOf(schema: Schema, value: unknown): Schema {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  const branches = (schema.oneOf ?? []).map(resolved);
  return branches.find(({ properties }) => properties?.['type']?.const === type) ?? schema;
}

/** Names of documents that references lead to; whether they are there is up to the document's surroundings. */
const NAMES = ['edge', 'shop', 'cart', 'default/shop', 'elsewhere/shop', 'nowhere'];

/** Texts by format: the usual, the extreme, and some that their check refuses. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  duration: ['0s', '1ms', '250ms', '15s', '1h30m', '0.000000001s', '0.5ms', '292h', '100000h', '49m0.1s'],
  'tcp-time': ['0s', '1s', '32767s', '32768s', '2h'],
  'window-size': ['65535B', '64KiB', '1KiB', '2047MiB', '2GiB'],
  size: ['0B', '1B', '30B', '64KiB', '1MiB', '3GiB', '4GiB'],
  'ip-address': ['127.0.0.1', '10.0.0.7', '0.0.0.0', '::', '::1', '2001:DB8::1', '::ffff:10.0.0.1', '1.2.3', '1::2::3'],
  cidr: ['10.0.0.0/8', '10.1.2.3/8', '0.0.0.0/0', '::/0', '2001:db8::/32', '192.0.2.1', '::1', '10.0.0.0/33', '10/8'],
  hostname: [
    'shop.example.com',
    'a',
    '10.0.0.1',
    'SHOP.Example.COM',
    'under_score.example',
    'x--y.example',
    '-a',
    'a.',
  ],
  'hostname-pattern': ['*', 'shop.example.com', '*.example.com', '*.com', 'Other.example.com', '*a.com', 'a.*.com'],
  'header-name': ['x-a', 'X-B', 'host', ':path', ':authority', 'content-type', 'a b', '', "!#$%&'*+-.^_|~`"],
  'header-value': [
    '',
    'plain',
    '100%%',
    '%REQ(:PATH)%',
    '%RESPONSE_CODE%',
    '%REQ(X?Y):10%',
    '%',
    '%NOPE%',
    'ü',
    'a\tb',
  ],
  'log-line': ['%START_TIME%\n', '%REQ(:PATH)% %PROTOCOL%', '%START_TIME(%s.%3f)%', '%BYTES_SENT', 'plain'],
  regex: [
    '.*',
    '/a(b|c)*',
    '^/x$',
    '(?i)/ABC',
    '\\d{1,1000}',
    '[[:alpha:]]+',
    '(?P<n>a)',
    '(a',
    '(?=a)',
    '\\pL',
    'a**',
  ],
  cel: [
    'true',
    'response.code >= 400',
    "request.path.startsWith('/a')",
    'response.code =>',
    'a',
    '!(has(request.referer))',
  ],
  'tag-regex': ['(a)', '^cluster\\.((.+?)\\.)', '(?:a|b)(c)', '(a){2}', '(?P<n>a)', 'a', '(\\pL)', '(a**)'],
  'path-template': ['/a/{b}', '/{a=*}/{b=**}', '/**', '/*/x', '/a/{b=c/*}', '/{a}/{a}', '/{', '/**/a', '/a//b', '/'],
  'http-uri': ['https://login.example.com/jwks', 'http://a', 'http://a:8080/b?c', 'ftp://a', 'https://'],
  lua: [
    'function envoy_on_request(h) end',
    'x = 1',
    'return',
    'goto a ::a::',
    'function',
    'x = = 1',
    'local x <const> = 1',
  ],
  jwks: [
    '{"keys":[]}',
    '{"keys":[{"kty":"oct","k":"AA"}]}',
    'no',
    '{"keys":[{"kty":"EC","crv":"P-256","x":"a","y":"b"}]}',
  ],
  'pem-certificates': ['', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
  'pem-revocation-lists': ['', '-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n'],
};

/** Any value that the schema allows, and at times one that its format or the rules between fields do not. */
export function valueOf(schema: Schema, depth = 0): Arbitrary<unknown> {
  const whole = resolved(schema);
  if (whole.const !== undefined) return fc.constant(whole.const);
  if (whole.enum) return fc.constantFrom(...whole.enum);
  if (whole.oneOf) return fc.oneof(...whole.oneOf.map((branch) => valueOf(branch, depth)));
  const types = [whole.type ?? 'object'].flat();
  return fc.oneof(...types.map((type) => valueOfType(type, whole, depth)));
}

function valueOfType(type: string, schema: Schema, depth: number): Arbitrary<unknown> {
  switch (type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return integer(schema);
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 100, noNaN: true });
    case 'array':
      return array(schema, depth);
    case 'object':
      return object(schema, depth);
    default:
      return text(schema);
  }
}

function integer({ minimum = 0, maximum = 2 ** 40 }: Schema): Arbitrary<number> {
  return fc.oneof(
    fc.integer({ min: minimum, max: Math.min(maximum, minimum + 100) }),
    fc.constantFrom(minimum, maximum),
  );
}

function text({ format, pattern, examples = [], reference, minLength = 0 }: Schema): Arbitrary<string> {
  if (reference !== undefined) return fc.constantFrom(...NAMES);
  const known = [...examples.map(String), ...(TEXTS[format ?? ''] ?? [])];
  const anyText = fc.string({ minLength, maxLength: minLength + 8, unit: 'binary' });
  if (format === undefined && pattern === undefined)
    return known.length > 0 ? fc.oneof(fc.constantFrom(...known), anyText) : anyText;
  if (known.length === 0) return pattern === undefined ? anyText : fc.stringMatching(new RegExp(pattern));
  return fc.constantFrom(...known);
}

function array({ items = {}, minItems = 0, uniqueItems = false }: Schema, depth: number): Arbitrary<unknown> {
  const size = { minLength: minItems, maxLength: minItems + (depth > MOST_DEPTH ? 0 : 2) };
  const item = valueOf(items, depth + 1);
  return uniqueItems
    ? fc.uniqueArray(item, { ...size, selector: (value) => JSON.stringify(value) })
    : fc.array(item, size);
}

/** Beyond this depth only what must be there is. */
const MOST_DEPTH = 4;

function object(schema: Schema, depth: number): Arbitrary<unknown> {
  const { properties = {}, additionalProperties, exactlyOne = [], atLeastOne = [] } = schema;
  if (isSchema(additionalProperties))
    return fc.dictionary(fc.constantFrom('a', 'b/c', '__proto__', 'ü'), valueOf(additionalProperties, depth + 1), {
      minKeys: schema.minProperties ?? 0,
      maxKeys: 3,
      noNullPrototype: true,
    });
  const choices = fc.tuple(
    exactlyOne.length > 0 ? fc.constantFrom(...exactlyOne) : fc.constant(undefined),
    atLeastOne.length > 0 ? fc.constantFrom(...atLeastOne) : fc.constant(undefined),
  );
  return choices.chain((chosen) => {
    const required = [...(schema.required ?? []), ...chosen.filter((name) => name !== undefined)];
    const allowed = Object.keys(properties).filter((name) => !exactlyOne.includes(name) || chosen.includes(name));
    const names = depth > MOST_DEPTH ? allowed.filter((name) => required.includes(name)) : allowed;
    const model = Object.fromEntries(names.map((name) => [name, valueOf(properties[name] ?? {}, depth + 1)]));
    return fc.record(model, { requiredKeys: required });
  });
}
