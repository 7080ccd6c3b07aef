import type { CertificateName } from '../2-validate/generated/types.ts';
import type { Messages } from '../xds/index.ts';
import { stringMatch } from './string-match.ts';

const NAME_TYPES = { dns: 'DNS', uri: 'URI', email: 'EMAIL', ip: 'IP_ADDRESS' } as const;

/** A condition on a name of a certificate. Source: envoy/extensions/transport_sockets/tls/v3/common.proto. */
export const subjectAltName = ({
  type,
  ...condition
}: CertificateName): Messages['envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher'] => ({
  san_type: NAME_TYPES[type],
  matcher: stringMatch(condition),
});
