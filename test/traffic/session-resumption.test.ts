/** Sessions that clients resume, at the Envoy that they began at and at others that have the same keys. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { makeAuthority } from '../servers/certificates.ts';
import { handshake } from '../servers/tls-client.ts';
import { document, GATEWAY, secret, type Documents } from './documents.ts';
import { startGateway, type RunningGateway } from './harness.ts';
import { shared } from './shared.ts';

const keys = shared(async () => {
  const authority = await makeAuthority();
  const certificate = await authority.issue({ commonName: 'shop', names: ['shop.test', 'partners.test'] });
  const make = () => randomBytes(80).toString('base64');
  return { authority: authority.certificate, certificate, first: make(), second: make(), stop: async () => undefined };
});

const documents = (): Documents => ({
  ...secret('shop', 'tls-certificate'),
  ...document('Secret', 'ticket-keys', 'type: session-ticket-keys', 'file: { value: ticket-keys }'),
  ...document(
    'VirtualHost',
    'shop',
    `gateways: [${GATEWAY}]`,
    'hostnames: [shop.test]',
    'tls: { certificates: [shop] }',
    'routes: [{ respond: { statusCode: 200 } }]',
  ),
  ...secret('partners', 'certificate-authority'),
  ...document(
    'VirtualHost',
    'partners',
    `gateways: [${GATEWAY}]`,
    'hostnames: [partners.test]',
    'tls: { certificates: [shop], clientValidation: { secret: partners } }',
    'routes: [{ respond: { statusCode: 200 } }]',
  ),
});

const start = () =>
  startGateway({
    secrets: {
      'shop.crt': keys().certificate.certificate,
      'shop.key': keys().certificate.privateKey,
      'partners.pem': keys().authority,
      'ticket-keys': `# The newest first.\n${keys().first}\n`,
    },
    listeners: {
      usual: 'protocol: HTTPS',
      keyed: 'protocol: HTTPS, tls: { sessionResumption: { ticketKeys: ticket-keys } }',
      ticketless: 'protocol: HTTPS, tls: { sessionResumption: { tickets: false } }',
      forgetful: 'protocol: HTTPS, tls: { sessionResumption: { tickets: false, identifiers: false } }',
      brief: 'protocol: HTTPS, tls: { sessionResumption: { lifetime: 1s } }',
    },
    documents: documents(),
  });

const one = shared(start);
const other = shared(start);

type Version = 'TLSv1.2' | 'TLSv1.3';

const meet = (gateway: RunningGateway, listener: string, version: Version, session?: Buffer) =>
  handshake(gateway.portOf(listener), {
    servername: 'shop.test',
    minVersion: version,
    maxVersion: version,
    ...(session && { session }),
  });

/** Whether a client that comes back is known. */
async function resumes(listener: string, version: Version): Promise<boolean> {
  const { session } = await meet(one(), listener, version);
  return (await meet(one(), listener, version, session)).isResumed;
}

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('over %s', (version) => {
  test('clients come back to the same Envoy', async () => {
    expect(await resumes('usual', version)).toBe(true);
    expect(await resumes('keyed', version)).toBe(true);
  });

  test('and to another, if both have the same keys', async () => {
    const elsewhere = async (listener: string) => {
      const { session } = await meet(one(), listener, version);
      return (await meet(other(), listener, version, session)).isResumed;
    };
    expect(await elsewhere('keyed')).toBe(true);
    expect(await elsewhere('usual')).toBe(false);
  });

  test('nobody comes back where the document says so', async () => {
    expect(await resumes('forgetful', version)).toBe(false);
  });
});

test('nobody comes back after too long', async () => {
  const { session } = await meet(one(), 'brief', 'TLSv1.2');
  expect((await meet(one(), 'brief', 'TLSv1.2', session)).isResumed).toBe(true);
  await sleep(2500);
  expect((await meet(one(), 'brief', 'TLSv1.2', session)).isResumed).toBe(false);
});

test.each(['TLSv1.2', 'TLSv1.3'] as const)('a session of one host opens no other (%s)', async (version) => {
  const { session } = await meet(one(), 'keyed', version);
  const other = { servername: 'partners.test', minVersion: version, maxVersion: version, ...(session && { session }) };
  await expect(handshake(one().portOf('keyed'), other)).rejects.toThrow();
});

test('without tickets, Envoy remembers sessions of TLS 1.2 itself', async () => {
  expect(await resumes('ticketless', 'TLSv1.2')).toBe(true);
  expect(await resumes('ticketless', 'TLSv1.3')).toBe(false);
});

test('after a new key, tickets of the one before are still good, until that is gone', async () => {
  const begun = await meet(one(), 'keyed', 'TLSv1.3');
  const isResumedAtOther = async () => (await meet(other(), 'keyed', 'TLSv1.3', begun.session)).isResumed;
  await other().writeSecret('ticket-keys', `${keys().second}\n${keys().first}\n`);
  const renewed = async () =>
    (await meet(one(), 'keyed', 'TLSv1.3', (await meet(other(), 'keyed', 'TLSv1.3')).session)).isResumed;
  // Tickets of the new key are nothing to an Envoy that has it not.
  await expect.poll(renewed, { timeout: 15_000 }).toBe(false);
  expect(await isResumedAtOther()).toBe(true);
  await other().writeSecret('ticket-keys', `${keys().second}\n`);
  await expect.poll(isResumedAtOther, { timeout: 15_000 }).toBe(false);
});
