/**
 * The patterns behind `well_known_regex`.
 *
 * Source: protoc-gen-validate, `module/checker.go` and the Go code it writes for Envoy. The strict name pattern has the
 * range `+-.` in it and therefore allows a comma, as Envoy does.
 */
/* oxlint-disable no-control-regex -- Control characters are what these patterns are about. */
export const HEADER_PATTERNS: readonly {
  readonly name: string;
  readonly strict: boolean;
  readonly message: string;
  readonly expression: RegExp;
}[] = [
  {
    name: 'HTTP_HEADER_NAME',
    strict: true,
    message: 'must be an HTTP header name',
    expression: /^:?[0-9a-zA-Z!#$%&'*+-.^_|~`]+$/,
  },
  {
    name: 'HTTP_HEADER_NAME',
    strict: false,
    message: 'must not contain line breaks or NUL',
    expression: /^[^\0\n\r]*$/,
  },
  {
    name: 'HTTP_HEADER_VALUE',
    strict: true,
    message: 'must be an HTTP header value, without control characters',
    expression: /^[^\0-\x08\n-\x1f\x7f]*$/,
  },
  {
    name: 'HTTP_HEADER_VALUE',
    strict: false,
    message: 'must not contain line breaks or NUL',
    expression: /^[^\0\n\r]*$/,
  },
];
