/** Diagnostics of the validate stage: texts in a language of their own. */
import { define, type NoParams } from '../define.ts';
import { quote } from './words.ts';

export const FORMAT = {
  'invalid-regex': define<{ pattern: string; problem: string }>({
    severity: 'error',
    title: 'A regular expression is not valid in RE2 syntax.',
    message: ({ pattern, problem }) => `${quote(pattern)} is not a valid expression: ${problem}`,
    help: () => 'expressions are in RE2 syntax, which has no back references and no look-around',
    explanation: {
      meaning: 'The expression cannot be compiled, or compiles to a program that is too large.',
      reason:
        'Envoy matches with RE2, whose time grows with the length of the text alone; it refuses a configuration with an expression that RE2 does not know.',
      cure: 'Correct the expression. Instead of look-ahead write two conditions, one with "invert".',
      example: { wrong: 'path: { regex: "/(?!admin).*" }', right: 'path: { regex: "/(cart|checkout)/.*" }' },
    },
  }),
  'invalid-expression': define<{ expression: string; problem: string }>({
    severity: 'error',
    title: 'An expression of CEL is none that Envoy can evaluate.',
    message: ({ expression, problem }) => `${quote(expression)} is not a valid expression: ${problem}`,
    help: () =>
      'attributes are request, response, source, destination, connection, upstream, metadata and xds, for example',
    explanation: {
      meaning: 'The expression cannot be read, or names an attribute or a function that is not there.',
      reason: 'Envoy reads the expression when it takes the configuration, and would refuse the whole configuration.',
      cure: 'Correct the expression: operators as in C, `in`, lists, `has` and `size`, and functions of texts such as `startsWith`.',
      example: {
        wrong: 'when: { expression: response.code => 400 }',
        right: 'when: { expression: response.code >= 400 }',
      },
    },
  }),
  'invalid-lua': define<{ line: number; column: number; problem: string }>({
    severity: 'error',
    title: 'A Lua script has a syntax error.',
    message: ({ line, column, problem }) =>
      `the script cannot be read at its line ${line}, column ${column}: ${problem}`,
    explanation: {
      meaning: 'The script is not Lua 5.1 as LuaJIT reads it.',
      reason: 'Envoy compiles the script when it takes the configuration, and would refuse the whole configuration.',
      cure: 'Correct the script; line and column count from the beginning of the script.',
      example: {
        wrong: 'code: |\n  function envoy_on_request(handle\n  end',
        right: 'code: |\n  function envoy_on_request(handle)\n  end',
      },
    },
  }),
  'invalid-certificate': define<{ problem: string }>({
    severity: 'error',
    title: 'A text does not hold certificates in PEM form.',
    message: ({ problem }) => `this is not a list of certificates: ${problem}`,
    help: () => 'expected: one or more blocks that begin with "-----BEGIN CERTIFICATE-----"',
    explanation: {
      meaning: 'The text has no PEM block, a block of another kind, or a block that cannot be decoded.',
      reason: 'Envoy would refuse the configuration, or would trust nobody.',
      cure: 'Paste the whole file of the authority, its first and last lines included, as a YAML block ("inline: |").',
      example: {
        wrong: 'validation:\n  inline: MIIB…',
        right: 'validation:\n  inline: |\n    -----BEGIN CERTIFICATE-----\n    MIIB…\n    -----END CERTIFICATE-----',
      },
    },
  }),
  'invalid-revocation-list': define<{ problem: string }>({
    severity: 'error',
    title: 'A text does not hold lists of revoked certificates in PEM form.',
    message: ({ problem }) => `this is not a list of revoked certificates: ${problem}`,
    help: () => 'expected: one or more blocks that begin with "-----BEGIN X509 CRL-----"',
    explanation: {
      meaning: 'The text has no PEM block, a block of another kind, or a block that cannot be decoded.',
      reason: 'Envoy would refuse the configuration, or would accept certificates that have been revoked.',
      cure: 'Paste the whole file, its first and last lines included, as a YAML block ("revocationLists: |"); "openssl crl -inform der" turns DER into PEM.',
      example: {
        wrong: 'clientValidation:\n  revocationLists: MIHC…',
        right:
          'clientValidation:\n  revocationLists: |\n    -----BEGIN X509 CRL-----\n    MIHC…\n    -----END X509 CRL-----',
      },
    },
  }),
  'invalid-key-set': define<{ problem: string }>({
    severity: 'error',
    title: 'A text is no JSON Web Key Set that Envoy can use.',
    message: ({ problem }) => `this is not a usable key set: ${problem}`,
    help: () => 'expected: {"keys": [{"kty": "RSA", "n": "…", "e": "AQAB"}]}, as the issuer publishes it',
    explanation: {
      meaning: 'The text is not the JSON of a key set, or one of its keys cannot be used to check signatures.',
      reason: 'Envoy would refuse the configuration, or would refuse every token.',
      cure: 'Paste the whole answer of the issuer’s "jwks_uri"; leave out keys of other types than RSA, EC and OKP.',
      example: {
        wrong: 'jwks:\n  inline: \'{"keys": []}\'',
        right: 'jwks:\n  remote: { uri: https://login.example.com/jwks, upstream: login }',
      },
    },
  }),
  'secret-in-document': define<NoParams>({
    severity: 'error',
    title: 'A document holds a private key.',
    message: () => 'there is a private key in this text',
    help: () => 'remove it, replace the key, since it may have been seen, and refer to it by a Secret document',
    explanation: {
      meaning: 'The text has a private key where only public material may stand.',
      reason: 'Documents are stored, diffed, logged and shown; whatever is in them is no secret any more.',
      cure: 'Take the key out, make a new one, and let a Secret document say where it lies.',
      example: {
        wrong: 'validation:\n  inline: |\n    -----BEGIN PRIVATE KEY-----\n    …',
        right: 'clientCertificate: shop-client # a Secret document',
      },
    },
  }),
  'invalid-operator': define<{ text: string; problem: string }>({
    severity: 'error',
    title: 'A header value or log line has a percent sign that Envoy cannot replace.',
    message: ({ text, problem }) => `${quote(text)} cannot be filled in: ${problem}`,
    help: () => 'write "%%" for a percent sign; operators look like %REQ(:PATH)% or %RESPONSE_CODE%',
    explanation: {
      meaning: 'Percent signs mark operators that Envoy replaces, and this is not one of them.',
      reason: 'Envoy refuses a configuration with an operator that it does not know.',
      cure: 'Correct the name of the operator, close it with a second percent sign, or double the sign.',
      example: { wrong: 'value: "100%"', right: 'value: "100%%"' },
    },
  }),
};
