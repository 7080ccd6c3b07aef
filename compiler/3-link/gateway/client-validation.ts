/** Client certificates: who must have issued them. */
import type { ClientValidation } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { LinkedClientValidation } from '../graph.ts';
import { checkSecretType } from '../secrets.ts';
import { find } from '../references.ts';
import type { LinkContext } from '../route/routes.ts';

/** Nothing, if clients are not asked for a certificate. */
export function linkClientValidation(
  settings: ClientValidation | undefined,
  origin: Valid<'VirtualHost'> | Valid<'TcpRoute'>,
  { index, report }: LinkContext,
): { readonly clientValidation?: LinkedClientValidation } {
  if (!settings) return {};
  const { secret } = settings;
  const authority = secret === undefined ? undefined : find(index, 'Secret', origin, secret);
  const pointer = '/spec/tls/clientValidation/secret';
  if (authority) checkSecretType(authority, 'certificate-authority', { origin, pointer }, report);
  return { clientValidation: { settings, ...(authority && { authority }) } };
}

/** Rules between the settings of client certificates and others of the host. */
export function checkClientValidation({ document, value }: Valid<'VirtualHost'>, { report }: LinkContext): void {
  const { clientValidation, forwardClientCertificate, plainText } = value.spec.tls ?? {};
  if (forwardClientCertificate && !clientValidation)
    report('needs-field', at(document, '/spec/tls/forwardClientCertificate'), {
      what: '"forwardClientCertificate"',
      needs: '"clientValidation"',
    });
  // Whoever came in plain text would need no certificate.
  if (clientValidation?.mode === 'required' && plainText === 'serve')
    report('mutually-exclusive', at(document, '/spec/tls/plainText'), {
      fields: ['clientValidation', 'plainText: serve'],
    });
}
