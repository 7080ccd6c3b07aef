import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

const geoip = (databases: string, headers: string) =>
  `{ type: geoip, databases: { ${databases} }, headers: { ${headers} } }`;

test.each([
  ['nothing', geoip('city: /a.mmdb', 'country: x-country'), []],
  ['no database', geoip('', 'country: x-country'), ['missing-choice /databases']],
  ['a file that is none', geoip('city: /a.db', 'city: x-city'), ['invalid-format /databases/city']],
  ['what no database tells', geoip('country: /a.mmdb', 'country: a, city: b'), ['needs-field /headers/city']],
  ['a database that tells nothing', geoip('city: /a.mmdb, asn: /b.mmdb', 'city: a'), ['needs-field /databases/asn']],
  [
    'a database of which another tells all',
    geoip('isp: /a.mmdb, asn: /b.mmdb', 'asn: a, asnOrganization: b'),
    ['needs-field /databases/isp'],
  ],
  ['a header that chooses routes', geoip('city: /a.mmdb', 'city: host'), ['invalid-format /headers/city']],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
