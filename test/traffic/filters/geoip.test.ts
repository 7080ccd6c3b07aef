import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../../servers/folder.ts';
import { writeDatabase } from '../../servers/maxmind.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const echo = shared(() => startUpstream());

const databases = shared(async () => {
  const { path, remove } = await makeFolder();
  const named = (name: string): string => join(path, `${name}.mmdb`);
  await writeDatabase(named('city'), {
    '127.0.0.1/32': {
      city: { names: { en: 'Boxford' } },
      country: { iso_code: 'GB' },
      subdivisions: [{ iso_code: 'ENG' }],
    },
    '127.0.0.2/32': { country: { iso_code: 'FR' } },
  });
  await writeDatabase(named('asn'), {
    '127.0.0.0/24': { autonomous_system_number: 64500, autonomous_system_organization: 'Example Networks' },
  });
  await writeDatabase(named('anonymous'), { '127.0.0.2/32': { is_anonymous: true, is_tor_exit_node: true } });
  return { named, stop: remove };
});

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('echo', echo().port),
      ...virtualHost(
        'where',
        `
        filters:
          - type: geoip
            databases:
              city: ${databases().named('city')}
              asn: ${databases().named('asn')}
              anonymous: ${databases().named('anonymous')}
            headers:
              country: X-Country
              region: x-region
              city: x-city
              asn: x-asn
              asnOrganization: x-organization
              anonymous: x-anonymous
              tor: x-tor
              vpn: x-vpn
        routes:
          - forward: { upstream: echo }
          - match: { path: { prefix: /british } }
            filters:
              - { type: rbac, allow: [{ name: british, headers: [{ name: x-country, exact: GB }] }] }
            forward: { upstream: echo }
          - match: { path: { prefix: /other } }
            filters:
              - { type: geoip, databases: { city: ${databases().named('city')} }, headers: { country: x-land } }
            forward: { upstream: echo }
          - match: { path: { prefix: /nowhere } }
            disableFilters: [geoip]
            forward: { upstream: echo }
      `,
      ),
    },
  }),
);

const ask = async (localAddress: string, path = '/', headers: Readonly<Record<string, string>> = {}) => {
  const { headers: seen } = await gateway().echo({ host: 'where.test', localAddress, path, headers });
  const told = [
    'x-country',
    'x-region',
    'x-city',
    'x-asn',
    'x-organization',
    'x-anonymous',
    'x-tor',
    'x-vpn',
    'x-land',
  ];
  return Object.fromEntries(Object.entries(seen).filter(([name]) => told.includes(name)));
};

describe('headers', () => {
  test('tell where the client is', async () => {
    expect(await ask('127.0.0.1')).toMatchObject({
      'x-country': 'GB',
      'x-region': 'ENG',
      'x-city': 'Boxford',
      'x-asn': '64500',
      'x-organization': 'Example Networks',
    });
  });

  test('tell whether it hides', async () => {
    expect(await ask('127.0.0.2')).toMatchObject({ 'x-country': 'FR', 'x-anonymous': 'true', 'x-tor': 'true' });
  });

  test('are not what the client says, even if nothing is known of it', async () => {
    const claims = { 'x-country': 'GB', 'x-city': 'Boxford', 'x-vpn': 'false' };
    expect(await ask('127.1.0.1', '/', claims)).toEqual({});
    expect((await ask('127.0.0.2', '/', claims))['x-country']).toBe('FR');
  });

  test('are what the route says, or none', async () => {
    expect(await ask('127.0.0.1', '/other')).toEqual({ 'x-land': 'GB' });
    expect(await ask('127.0.0.1', '/nowhere')).toEqual({});
  });
});

test('who is elsewhere may be kept out', async () => {
  const status = async (localAddress: string) =>
    (await gateway().request({ host: 'where.test', path: '/british', localAddress })).status;
  expect([await status('127.0.0.1'), await status('127.0.0.2'), await status('127.1.0.1')]).toEqual([200, 403, 403]);
});
