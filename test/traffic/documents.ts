/** Gateway documents for tests, written as people write them. */

/** Texts of documents by path. */
export type Documents = Readonly<Record<string, string>>;

/** The Gateway of all tests, unless they say another. */
export const GATEWAY = 'edge';

/**
 * One document, ready to be spread among others; one of the same kind and name takes its place.
 *
 * @param specs YAML, each indented by any amount; they become one `spec`
 */
export const document = (kind: string, name: string, ...specs: readonly string[]): Documents => ({
  [`${kind}-${name}.yaml`]: [
    'apiVersion: enroute.dev/v1',
    `kind: ${kind}`,
    `metadata: { name: ${name} }`,
    'spec:',
    ...specs.map(indented),
    '',
  ].join('\n'),
});

/** An Upstream of endpoints on 127.0.0.1; `spec` is the rest of its spec. */
export const upstream = (name: string, ports: number | readonly number[], spec = ''): Documents =>
  document(
    'Upstream',
    name,
    `endpoints: [${[ports].flat().map((port) => `{ address: 127.0.0.1, port: ${port} }`)}]`,
    spec,
  );

/** A VirtualHost for `<name>.test`; `spec` is the rest of its spec. */
export const virtualHost = (name: string, spec: string): Documents =>
  document('VirtualHost', name, `gateways: [${GATEWAY}]\nhostnames: [${name}.test]`, spec);

/** A Secret in files of the relay's folder of secrets: `<name>.crt` and `<name>.key`, or `<name>.pem`. */
export const secret = (name: string, type: 'tls-certificate' | 'certificate-authority'): Documents =>
  document(
    'Secret',
    name,
    `type: ${type}`,
    type === 'tls-certificate'
      ? `file: { certificateChain: ${name}.crt, privateKey: ${name}.key }`
      : `file: { value: ${name}.pem }`,
  );

/** The text with two spaces before each line, instead of the indentation that it has as a whole. */
function indented(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const depth = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => `  ${line.slice(depth)}`).join('\n');
}
