/** What is wrong with the way to an API, or with what is asked of it, is told with what to do about it. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { makeAuthority } from '../../servers/certificates.ts';
import { close, listen, reservePort } from '../../servers/ports.ts';
import { CLIENT, startOidcProvider } from '../../servers/oidc.ts';
import { SHOP } from '../../store/workspace/documents.ts';
import { enroutectl, enroutectlJson, folderWith, type Outcome } from '../enroutectl.ts';
import { startWorld, type World } from './world.ts';

const listening = async (server: Server | TlsServer): Promise<number> => {
  const port = await listen(server);
  onTestFinished(async () => {
    server.closeAllConnections();
    await close(server);
  });
  return port;
};
const serve = (answer: RequestListener): Promise<number> => listening(createServer(answer));
const getRoutes = (server: string): Promise<Outcome> => enroutectl(['get', 'routes', '--server', server]);

describe('a URL', () => {
  test.each([
    [
      'of something else',
      404,
      {},
      'answers 404 to GET /v1/routes, as no Enroute API does',
      'is the URL that of an API?',
    ],
    ['of a proxy before nothing', 502, {}, 'answers 502', 'what stands before the API may not reach it'],
    ['of a page', 200, {}, 'answers otherwise than an Enroute API does', 'is the URL that of an API?'],
    ['that leads elsewhere', 302, { location: 'https://a' }, 'it redirects', 'name the URL that it redirects to'],
  ])('%s', async (_, status, headers, message, help) => {
    const port = await serve((_request, response) => response.writeHead(status, headers).end('<html>'));
    const { exit, out, err } = await getRoutes(`http://127.0.0.1:${port}`);
    expect({ exit, out }).toEqual({ exit: 4, out: '' });
    expect(err).toContain(message);
    expect(err).toContain(`\n  help: ${help}\n`);
  });

  test('where nothing listens', async () => {
    const { exit, err } = await getRoutes(`http://127.0.0.1:${await reservePort()}`);
    expect(exit).toBe(4);
    expect(err).toMatch(/^error: http:\S+ cannot be reached: nothing listens there\n {2}help: is it running/);
  });

  test('of another authority, and without TLS', async () => {
    const authority = await makeAuthority();
    const { certificate: cert, privateKey: key } = await authority.issue({ commonName: 'a', names: ['localhost'] });
    const port = await listening(createTlsServer({ cert, key }));
    const unknown = await getRoutes(`https://localhost:${port}`);
    expect(unknown.err).toMatch(/signed by nobody who is trusted\n {2}help: set NODE_EXTRA_CA_CERTS to a PEM file/);
    const plain = await serve((_request, response) => response.end());
    expect((await getRoutes(`https://127.0.0.1:${plain}`)).err).toContain('it does not speak TLS');
  });
});

describe('a name that is not there', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    const items = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: SHOP });
    expect((await run(['apply', '-f', '-', '--yes'], items)).exit).toBe(0);
  });
  const run = (args: readonly string[], input = ''): Promise<Outcome> =>
    enroutectl([...args, '--server', world.url], { ...world.surroundings, input });

  test.each([
    [['get', 'upstream', 'dmo'], 'there is no Upstream default/dmo', 'did you mean "demo"?'],
    [['edit', 'upstream', 'dmo'], 'there is no Upstream default/dmo', 'did you mean "demo"?'],
    [['delete', 'upstream', 'dmo', '-y'], 'there is no Upstream default/dmo', 'did you mean "demo"?'],
    [['get', 'upstream', 'something'], 'there is no Upstream', '"enroutectl get upstreams" lists what is there'],
    [['get', 'filter', 'x'], 'there is no Filter', 'there is no Filter at all in the namespace "default"'],
    [['history', 'ege'], 'the gateway default/ege was never published', 'did you mean "edge"?'],
    [['wait', 'edge'], 'the gateway default/edge was never published', '"enroutectl publish" publishes it'],
    [['rollout', 'status'], 'there was no rollout of default/edge', '"enroutectl publish" publishes it'],
    [['publish', '-g', 'ege'], 'there is no Gateway default/ege', 'did you mean "edge"?'],
    [['nodes', 'ege'], 'there is no Gateway default/ege', 'did you mean "edge"?'],
    [['rollback'], 'no revision is named', '"enroutectl history" lists them'],
    [['rollback', 'first'], '"first" is no revision', 'name it by its number'],
    [['apply'], 'no documents are named', 'name files, folders, or - for standard input'],
  ])('%j', async (args, message, help) => {
    const { exit, out, err } = await run(args);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(new RegExp(`^error: ${message}`));
    expect(err).toContain(`\n  help: ${help}`);
  });

  test.each([
    [
      ['get', 'routes', '-l', '(('],
      '"labelSelector" cannot be "\\(\\(". Only documents with such labels, .* `team=shop',
    ],
    [['get', 'routes', '--revision', 'abc'], '"revision" cannot be "abc". As of this revision: a number'],
    [['apply', '-f', '-', '--base', 'zz'], '"base" cannot be "zz". The revision that the change was planned against'],
    [['get', 'upstrm'], 'there is no kind "upstrm"\n  help: did you mean "upstream"\\?'],
    [['get', 'xyz'], 'there is no kind "xyz"\n  help: the kinds are envoypatches, '],
    [['get', 'upstreams/demo'], 'there is no kind "upstreams/demo"\n  help: say "upstreams demo"'],
    [['apply', '-'], 'there is nothing in -'],
  ])('%j is said in words', async (args, message) => {
    const { exit, out, err } = await run(args, args.includes('--base') ? JSON.stringify(SHOP[0]) : '');
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(new RegExp(message));
  });

  test('a path that the API does not have is that of none', async () => {
    const { exit, err } = await enroutectl(['get', 'routes', '--server', `${world.url}/graphql`], world.surroundings);
    expect(exit).toBe(4);
    expect(err).toMatch(/\/graphql answers 404 to GET \/v1\/routes, as no Enroute API does\n {2}help: is the URL/);
  });

  test('what others refer to is named once, with what would delete it', async () => {
    const { err } = await run(['delete', 'upstream', 'demo', '-y']);
    expect(err).toBe(
      'error: Other documents refer to the document\n  Route default/a\n  help: --cascade deletes these, too\n',
    );
  });
});

describe('who calls', () => {
  test('a client that the provider does not believe', async () => {
    const provider = await startOidcProvider();
    onTestFinished(() => provider.stop());
    const { surroundings, url } = await startWorld();
    const run = (args: readonly string[]): Promise<Outcome> =>
      enroutectl(args, { env: { ...surroundings.env, SECRET: 'wrong' } });
    const client = ['--issuer', provider.issuer, '--client-id', CLIENT.id, '--grant', 'clientCredentials'];
    await run(['context', 'set', 'ci', '--url', url, ...client, '--client-secret-environment', 'SECRET']);
    const { exit, err } = await run(['login']);
    expect(exit).toBe(4);
    expect(err).toMatch(
      /gives no token: it does not believe that we are the client "service"\n {2}help: is the secret/,
    );
    expect(err).not.toContain('wrong');
  });

  test('nobody, and what is not even said', async () => {
    expect((await enroutectl(['login'])).err).toContain('help: "enroutectl context set NAME --url URL"');
    expect((await enroutectl(['context', 'set', 'x'])).err).toContain('help: say --url, or --store');
  });
});

test('programs get what is wrong in their own format', async () => {
  const { exit, json } = await enroutectlJson(['get', 'routes', '--server', 'nowhere']);
  expect({ exit, json }).toMatchObject({ exit: 2, json: { error: { exitCode: 2 } } });
  const yaml = await enroutectl(['apply', '-f', '.', '-o', 'yaml'], { cwd: await folderWith({ 'a.yaml': '{}' }) });
  expect(yaml.out).toMatch(/^error:\n {2}exitCode: 2\n {2}message: no API is named\n/);
});
