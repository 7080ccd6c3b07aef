/** TLS to endpoints. */
import type { UpstreamTls } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import type { Report } from '../../diagnostics/report.ts';
import { checkSecretType } from '../secrets.ts';
import { find, type Index } from '../references.ts';
import type { ReportHere, Spec } from './upstreams.ts';

interface Context {
  readonly index: Index;
  readonly here: ReportHere;
  readonly report: Report;
}

export function checkTls(upstream: Valid<'Upstream'>, tls: UpstreamTls, context: Context): void {
  const { spec } = upstream.value;
  checkNames(spec, tls, context.here);
  checkVersions(spec, tls, context.here);
  checkAlpn(spec, tls, context.here);
  checkSecret(upstream, tls.validation.secret, ['certificate-authority', '/spec/tls/validation/secret'], context);
  checkSecret(upstream, tls.clientCertificate, ['tls-certificate', '/spec/tls/clientCertificate'], context);
}

function checkNames({ endpoints, dns, dynamicForwardProxy }: Spec, tls: UpstreamTls, report: ReportHere): void {
  const { validation, sni, sniFrom } = tls;
  const needless = dynamicForwardProxy && (['sni', 'sniFrom'] as const).find((field) => tls[field] !== undefined);
  if (needless) report('needless-field', `/tls/${needless}`, { field: needless, beside: 'dynamicForwardProxy' });
  if (sniFrom === 'endpoint-hostname') {
    for (const [place, { hostname }] of (endpoints ?? []).entries()) {
      if (hostname === undefined)
        report('needs-field', `/endpoints/${place}`, { what: '"sniFrom: endpoint-hostname"', needs: '"hostname"' });
    }
  }
  const named = validation.subjectAltNames ?? validation.subjectAltNameMatches ?? sni ?? sniFrom ?? dns?.hostname;
  if (named !== undefined || dynamicForwardProxy || validation.insecureSkipVerify) return;
  report('needs-field', '/tls', {
    what: 'checking the certificate',
    needs: '"sni" or "validation.subjectAltNames": without a name any certificate of the authority would do',
  });
}

function checkVersions({ protocol }: Spec, tls: UpstreamTls, report: ReportHere): void {
  const { minimumVersion, maximumVersion, cipherSuites } = tls;
  if (minimumVersion > maximumVersion)
    report('reversed-range', '/tls', { least: `TLS ${minimumVersion}`, most: `TLS ${maximumVersion}` });
  if (protocol === 'http3' && maximumVersion !== '1.3')
    report('needs-field', '/protocol', { what: '"protocol: http3"', needs: '"maximumVersion" 1.3 in "tls"' });
  if (cipherSuites && minimumVersion === '1.3')
    report('needless-field', '/tls/cipherSuites', { field: 'cipherSuites', beside: 'minimumVersion: "1.3"' });
  if (protocol === 'http3') checkQuic(tls, report);
}

/** QUIC makes its own choice of these. */
function checkQuic({ cipherSuites, curves, signatureAlgorithms, sessions }: UpstreamTls, report: ReportHere): void {
  const given = { cipherSuites, curves, signatureAlgorithms, sessions: sessions === 1 ? undefined : sessions };
  for (const [field, value] of Object.entries(given)) {
    if (value !== undefined) report('needless-field', `/tls/${field}`, { field, beside: 'protocol: http3' });
  }
}

/** Where the handshake decides the protocol, and with QUIC, Envoy says itself what it offers. */
function checkAlpn({ protocol }: Spec, { alpn }: UpstreamTls, report: ReportHere): void {
  if (alpn && (protocol === 'automatic' || protocol === 'http3'))
    report('needless-field', '/tls/alpn', { field: 'alpn', beside: `protocol: ${protocol}` });
}

function checkSecret(
  upstream: Valid<'Upstream'>,
  name: string | undefined,
  [type, pointer]: readonly [type: 'certificate-authority' | 'tls-certificate', pointer: string],
  { index, report }: Context,
): void {
  const secret = name === undefined ? undefined : find(index, 'Secret', upstream, name);
  if (secret) checkSecretType(secret, type, { origin: upstream, pointer }, report);
}
