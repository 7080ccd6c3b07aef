/** What a client certificate says of its owner. Whether it can be trusted is settled by TLS before. */
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, id_ce_subjectAltName, SubjectAlternativeName } from '@peculiar/asn1-x509';

export interface ClientCertificate {
  /** Its DNS names, in lower case. */
  readonly dns: readonly string[];
  /** Its URIs, SPIFFE ids among them. */
  readonly uris: readonly string[];
  /** When it begins and when it ends, in milliseconds since the epoch. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/**
 * Reads the names from the certificate itself, since a text made of them may be read in two ways.
 *
 * @param der the certificate as TLS carries it
 * @throws Error if it is no certificate.
 */
export function readClientCertificate(der: Uint8Array): ClientCertificate {
  const { tbsCertificate } = AsnConvert.parse(der, Certificate);
  const extension = tbsCertificate.extensions?.find(({ extnID }) => extnID === id_ce_subjectAltName);
  const names = extension ? [...AsnConvert.parse(extension.extnValue, SubjectAlternativeName)] : [];
  return {
    dns: names.flatMap(({ dNSName }) => (dNSName === undefined ? [] : [dNSName.toLowerCase()])),
    uris: names.flatMap(({ uniformResourceIdentifier: uri }) => (uri === undefined ? [] : [uri])),
    notBefore: tbsCertificate.validity.notBefore.getTime().getTime(),
    notAfter: tbsCertificate.validity.notAfter.getTime().getTime(),
  };
}

/** For people: all names, those that a policy does not look at left out. */
export const namesOf = ({ uris, dns }: ClientCertificate): readonly string[] => [...uris, ...dns];
