/** Rules within a document, and between documents of one kind, that a schema cannot say. */
import type { SecretSpec } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import { checkGateway } from './gateways.ts';
import { checkSecretType } from './hosts.ts';
import { checkLoadBalancing } from './load-balancing.ts';
import { checkNodes } from './nodes.ts';
import { checkRateLimits } from './rate-limits.ts';
import { find, type Index } from './references.ts';

export function checkDocuments(index: Index, unsettled: ReadonlySet<Valid>, report: Report): void {
  const gateways = [...index.Gateway.values()];
  for (const gateway of gateways) checkGateway(gateway, report);
  checkNodes(gateways, report);
  for (const upstream of index.Upstream.values()) {
    if (!unsettled.has(upstream)) continue;
    checkUpstream(upstream, index, report);
    checkLoadBalancing(upstream, report);
  }
  for (const secret of index.Secret.values()) checkSecret(secret, report);
  checkRateLimits([...index.RateLimit.values()], report);
}

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
