import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { connect, type ConnectionOptions, type PeerCertificate } from 'node:tls';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveGrpc, type GrpcServer } from '../../relay/grpc/server.ts';
import { loadTls, type TlsEvent, type TlsFiles, type TlsMaterial } from '../../relay/tls.ts';
import { makeAuthority, type Certificate, type CertificateAuthority } from '../servers/certificates.ts';
import { makeFolder, type Folder } from '../servers/folder.ts';
import { eventually } from './eventually.ts';

describe("the relay's own certificate", () => {
  let authority: CertificateAuthority;
  let clientAuthority: CertificateAuthority;
  let old: Certificate;
  let renewed: Certificate;
  let client: Certificate;
  let folder: Folder;
  let files: Required<TlsFiles>;
  let events: TlsEvent[];
  let tls: TlsMaterial | undefined;
  let server: GrpcServer | undefined;

  beforeAll(async () => {
    [authority, clientAuthority] = await Promise.all([makeAuthority(), makeAuthority('Client CA')]);
    old = await authority.issue({ commonName: 'old', names: ['localhost'] });
    renewed = await authority.issue({ commonName: 'renewed', names: ['localhost'] });
    client = await clientAuthority.issue({ commonName: 'envoy', usage: 'client' });
  });
  beforeEach(async () => {
    folder = await makeFolder();
    const at = (name: string) => join(folder.path, name);
    files = { certificateChain: at('relay.crt'), privateKey: at('relay.key'), clientAuthorities: at('clients.crt') };
    await write(old);
    await writeFile(files.clientAuthorities, clientAuthority.certificate);
    events = [];
  });
  afterEach(async () => {
    tls?.close();
    await server?.close(0);
    [tls, server] = [undefined, undefined];
    await folder.remove();
  });

  const write = async ({ certificate, privateKey }: Certificate): Promise<void> => {
    await writeFile(files.privateKey, privateKey);
    await writeFile(files.certificateChain, certificate);
  };

  const load = async (chosen: TlsFiles): Promise<number> => {
    tls = await loadTls(chosen, { report: (event) => events.push(event), refreshMs: 5 });
    const accept = (): never => expect.unreachable('no call is made');
    const options = { listen: '127.0.0.1:0', tls, identifier: 'r', events: () => undefined } as const;
    server = await serveGrpc({ ...options, secretsAllowed: 'always' }, accept);
    return Number(server.address.split(':')[1]);
  };

  /** Who answers at the port, or that a session is resumed; an error if the handshake fails. */
  const subjectAt = (port: number, options: ConnectionOptions = {}): Promise<string> =>
    new Promise((resolve, reject) => {
      const ca = authority.certificate;
      const socket = connect({
        port,
        host: '127.0.0.1',
        servername: 'localhost',
        ca,
        ALPNProtocols: ['h2'],
        ...options,
      });
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('the connection was closed')));
      // In TLS 1.3 a server refuses a client's certificate after the client has finished: its first bytes tell.
      socket.once('data', () => {
        // A session that is resumed shows no certificate anew.
        const { subject }: Partial<PeerCertificate> = socket.getPeerCertificate();
        const answer = socket.isSessionReused() ? 'resumed' : String(subject?.CN);
        socket.destroy();
        resolve(answer);
      });
    });
  /** What a client can resume its session with. */
  const sessionAt = (port: number): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const ca = authority.certificate;
      const options = { port, host: '127.0.0.1', servername: 'localhost', ca, ALPNProtocols: ['h2'] };
      const socket = connect({ ...options, ...withCertificate() });
      socket.on('error', reject);
      socket.once('session', (session: Buffer) => {
        socket.destroy();
        resolve(session);
      });
    });
  const withCertificate = (): ConnectionOptions => ({ cert: client.certificate, key: client.privateKey });

  test('is shown to clients', async () => {
    const port = await load({ certificateChain: files.certificateChain, privateKey: files.privateKey });
    expect(await subjectAt(port)).toBe('old');
    const validity = { notAfter: Date.parse(new X509Certificate(old.certificate).validTo) };
    expect(events).toEqual([{ kind: 'tls-loaded', validity: expect.objectContaining(validity) }]);
  });

  test('with client authorities, only clients with a certificate of theirs are let in', async () => {
    const port = await load(files);
    expect(await subjectAt(port, withCertificate())).toBe('old');
    await expect(subjectAt(port)).rejects.toThrow();
    const stranger = await authority.issue({ commonName: 'stranger', usage: 'client' });
    await expect(subjectAt(port, { cert: stranger.certificate, key: stranger.privateKey })).rejects.toThrow();
  });

  test('is renewed without a restart', async () => {
    const port = await load(files);
    await write(renewed);
    await eventually(async () => expect(await subjectAt(port, withCertificate())).toBe('renewed'));
    expect(events.at(-1)?.kind).toBe('tls-loaded');
  });

  test('client authorities are renewed as well', async () => {
    const port = await load(files);
    const next = await makeAuthority('Next client CA');
    const newcomer = await next.issue({ commonName: 'envoy', usage: 'client' });
    const options = { cert: newcomer.certificate, key: newcomer.privateKey };
    await expect(subjectAt(port, options)).rejects.toThrow();
    await writeFile(files.clientAuthorities, clientAuthority.certificate + next.certificate);
    await eventually(async () => expect(await subjectAt(port, options)).toBe('old'));
    expect(await subjectAt(port, withCertificate())).toBe('old');
  });

  test('a session that is resumed does not outlive the authorities that it began under', async () => {
    const port = await load(files);
    const session = await sessionAt(port);
    expect(await subjectAt(port, { ...withCertificate(), session })).toBe('resumed');
    const next = await makeAuthority('Next client CA');
    await writeFile(files.clientAuthorities, next.certificate);
    await eventually(() => expect(events.filter(({ kind }) => kind === 'tls-loaded')).toHaveLength(2));
    await expect(subjectAt(port, { ...withCertificate(), session })).rejects.toThrow();
  });

  test('stays while what is on the disk cannot be used', async () => {
    const port = await load(files);
    await writeFile(files.certificateChain, renewed.certificate);
    await eventually(() => expect(events.at(-1)?.kind).toBe('tls-failed'));
    expect(await subjectAt(port, withCertificate())).toBe('old');
    await writeFile(files.privateKey, renewed.privateKey);
    await eventually(async () => expect(await subjectAt(port, withCertificate())).toBe('renewed'));
  });

  test('does not give way to one that has expired', async () => {
    const port = await load(files);
    const notAfter = new Date(Date.now() - 1_000);
    await write(await authority.issue({ commonName: 'expired', names: ['localhost'], notAfter }));
    await eventually(() =>
      expect(events.at(-1)).toMatchObject({ kind: 'tls-failed', message: expect.stringContaining('expired since') }),
    );
    expect(await subjectAt(port, withCertificate())).toBe('old');
    expect(tls?.status().failure).toContain('expired since');
    await write(renewed);
    await eventually(() => expect(tls?.status().failure).toBeUndefined());
  });

  test('that has expired is told of once', async () => {
    const notAfter = new Date(Date.now() - 1_000);
    await write(await authority.issue({ commonName: 'expired', names: ['localhost'], notAfter }));
    await load(files);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const expiries = events.filter(({ kind }) => kind === 'tls-expiry');
    expect(expiries).toMatchObject([{ what: 'certificate', expiry: 'expired' }]);
  });

  test('a failure is reported once, and quotes no key', async () => {
    await load(files);
    await writeFile(files.privateKey, renewed.privateKey);
    await eventually(() => expect(events.at(-1)?.kind).toBe('tls-failed'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(events.map(({ kind }) => kind)).toEqual(['tls-loaded', 'tls-failed']);
    expect(JSON.stringify(events)).not.toContain(readFileSync(files.privateKey, 'utf8').split('\n')[1]);
  });

  test('must be usable at the start', async () => {
    await writeFile(files.privateKey, renewed.privateKey);
    await expect(load(files)).rejects.toThrow('does not belong');
    await expect(load({ ...files, certificateChain: join(folder.path, 'none') })).rejects.toThrow(
      'none: there is no such file',
    );
    await write(old);
    await writeFile(files.clientAuthorities, 'none');
    await expect(load(files)).rejects.toThrow('no PEM certificate');
  });
});
