/** Rules within a document, and between documents of one kind, that a schema cannot say. */
import type { Listener, SecretSpec } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import { at, pointerSegments } from '../diagnostics/location.ts';
import { childOf } from '../2-validate/plan.ts';
import type { Report } from '../diagnostics/report.ts';
import { canonicalAddress } from '../2-validate/formats/address.ts';
import { checkSecretType } from './hosts.ts';
import { checkNodes } from './nodes.ts';
import { checkRateLimits } from './rate-limits.ts';
import { find, type Index } from './references.ts';

export function checkDocuments(index: Index, unsettled: ReadonlySet<Valid>, report: Report): void {
  const gateways = [...index.Gateway.values()];
  for (const gateway of gateways) {
    checkGateway(gateway, report);
    checkAccessLog(gateway, report);
  }
  checkNodes(gateways, report);
  for (const upstream of index.Upstream.values()) {
    if (unsettled.has(upstream)) checkUpstream(upstream, index, report);
  }
  for (const secret of index.Secret.values()) checkSecret(secret, report);
  checkRateLimits([...index.RateLimit.values()], report);
}

function checkGateway({ document, value }: Valid<'Gateway'>, report: Report): void {
  const { listeners } = value.spec;
  for (const [place, listener] of listeners.entries()) {
    const pointer = `/spec/listeners/${place}`;
    const twin = listeners.slice(0, place).findIndex(({ name }) => name === listener.name);
    if (twin !== -1)
      report('duplicate-listener', at(document, `${pointer}/name`), {
        name: listener.name,
        first: at(document, `/spec/listeners/${twin}/name`),
      });
    const rival = listeners.slice(0, place).findIndex((other) => sameSocket(other, listener));
    if (rival !== -1)
      report('listener-conflict', at(document, `${pointer}/port`), {
        port: listener.port,
        first: at(document, `/spec/listeners/${rival}/port`),
      });
    if (listener.redirectToHttps && listener.protocol !== 'HTTP')
      report('needs-field', at(document, `${pointer}/redirectToHttps`), {
        what: '"redirectToHttps"',
        needs: '"protocol: HTTP"',
      });
    if (hasOwnField(document.value, `${pointer}/tls`) && listener.protocol !== 'HTTPS' && listener.protocol !== 'TLS')
      report('needs-field', at(document, `${pointer}/tls`), {
        what: '"tls"',
        needs: '"protocol: HTTPS" or "protocol: TLS"',
      });
    if (listener.tls.minimumVersion > listener.tls.maximumVersion)
      report('reversed-range', at(document, `${pointer}/tls/minimumVersion`), {
        least: listener.tls.minimumVersion,
        most: listener.tls.maximumVersion,
      });
  }
}

/** Lines are JSON or text, and each has a field of its own. */
function checkAccessLog({ document, value }: Valid<'Gateway'>, report: Report): void {
  for (const [place, { format, fields, template }] of value.spec.accessLog.entries()) {
    const needless = (field: string) =>
      report('needless-field', at(document, `/spec/accessLog/${place}/${field}`), {
        field,
        beside: `format: ${format}`,
      });
    if (format === 'text' && fields) needless('fields');
    if (format === 'json' && template !== undefined) needless('template');
  }
}

function sameSocket(a: Listener, b: Listener): boolean {
  const [one, other] = [canonicalAddress(a.address), canonicalAddress(b.address)];
  return a.port === b.port && (one === other || takesAll(one, other) || takesAll(other, one));
}

/** An address for all interfaces takes the port from every other address of its family, and `::` from both families. */
const takesAll = (all: string, other: string): boolean =>
  all === '::' || (all === '0.0.0.0' && (!other.includes(':') || other === '::'));

function checkUpstream(upstream: Valid<'Upstream'>, index: Index, report: Report): void {
  const { document, value } = upstream;
  const { protocol, tls, healthChecks, dns } = value.spec;
  const needs = (pointer: string, what: string, needed: string) =>
    report('needs-field', at(document, `/spec${pointer}`), { what, needs: needed });
  if (protocol === 'automatic' && !tls)
    needs('/protocol', '"protocol: automatic"', '"tls", whose handshake decides it');
  for (const [place, check] of healthChecks.entries()) {
    if (check.grpc && protocol !== 'http2')
      needs(`/healthChecks/${place}/grpc`, 'a gRPC health check', '"protocol: http2"');
  }
  if (!tls) return;
  const { validation } = tls;
  const named = validation.subjectAltNames ?? tls.sni ?? dns?.hostname;
  if (named === undefined && !validation.insecureSkipVerify)
    needs(
      '/tls',
      'checking the certificate',
      '"sni" or "validation.subjectAltNames": without a name any certificate of the authority would do',
    );
  const secret = validation.secret === undefined ? undefined : find(index, 'Secret', upstream, validation.secret);
  if (secret)
    checkSecretType(
      secret,
      'certificate-authority',
      { origin: upstream, pointer: '/spec/tls/validation/secret' },
      report,
    );
  const client =
    tls.clientCertificate === undefined ? undefined : find(index, 'Secret', upstream, tls.clientCertificate);
  if (client)
    checkSecretType(client, 'tls-certificate', { origin: upstream, pointer: '/spec/tls/clientCertificate' }, report);
}

/** Whether a field stands in the document itself: a default is there all the same. */
const hasOwnField = (value: unknown, pointer: string): boolean =>
  pointerSegments(pointer).reduce(childOf, value) !== undefined;

const PARTS = {
  'tls-certificate': ['certificateChain', 'privateKey'],
  'certificate-authority': ['value'],
  'api-keys': ['value'],
  generic: ['value'],
} as const;

/** Each type of secret has its own parts. */
function checkSecret({ document, value }: Valid<'Secret'>, report: Report): void {
  const { type }: SecretSpec = value.spec;
  for (const provider of ['file', 'environment'] as const) {
    const source = value.spec[provider];
    if (!source) continue;
    const parts: readonly string[] = PARTS[type];
    const pointer = `/spec/${provider}`;
    for (const field of parts.filter((part) => !Object.hasOwn(source, part)))
      report('missing-field', at(document, pointer), { field, description: `a ${type} has it` });
    for (const field of Object.keys(source).filter((part) => !parts.includes(part)))
      report('needless-field', at(document, `${pointer}/${field}`), { field, beside: `type: ${type}` });
  }
}
