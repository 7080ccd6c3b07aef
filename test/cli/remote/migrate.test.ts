/** A server that answers what Enroute's REST API answers, as its database was dumped. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { close, listen } from '../../servers/ports.ts';
import { enroutectl, enroutectlJson, ROOT } from '../enroutectl.ts';
import { startWorld } from './world.ts';

const SECRET = 'a-secret-of-the-web-application';
const DUMP = readFileSync(join(ROOT, 'fixtures/import/enroute/dump/proxies.json'), 'utf8');

/** @param lists what is at `/service` and so on, by its path; what is not there is not found */
async function startEnroute(dump: string, lists: ReadonlyMap<string, string> = new Map()): Promise<string> {
  const answers = new Map([...lists, ['/proxy/dump', dump]]);
  const server = createServer(({ url = '', headers }, response) => {
    const answer = answers.get(url);
    if (headers.authorization !== `Bearer ${SECRET}`) response.writeHead(401).end();
    else if (answer === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  });
  const port = await listen(server);
  onTestFinished(async () => {
    server.closeAllConnections();
    await close(server);
  });
  return `http://127.0.0.1:${port}`;
}

test('the proxies of a running Enroute become documents, and what is lost is said', async () => {
  const world = await startWorld();
  const url = await startEnroute(DUMP);
  const env = { WEBAPP_SECRET: SECRET };
  const args = ['migrate', 'enroute', '--url', url, '--secret-environment', 'WEBAPP_SECRET', '--server', world.url];
  const dry = await enroutectl([...args, '--dry-run'], { env });
  expect(dry).toMatchObject({ exit: 0, out: expect.stringContaining('+ Gateway default/') });
  expect(dry.err).not.toBe('');
  expect(dry.err).not.toContain('BEGIN');
  expect(dry.err).toContain('  proxy gw, service demo, route hello: a prefix is whole segments of the path here');
  expect(dry.err).toContain(`\nwhat no proxy has cannot be told: ${url}/service answers 404\n`);
  const done = await enroutectlJson([...args, '--yes'], { env });
  expect(done).toMatchObject({ exit: 0, json: { status: 'committed', revision: { message: 'migrate from Enroute' } } });
  expect((await enroutectl([...args, '--yes'], { env })).out).toBe('nothing differs; nothing was changed\n');
  expect((await enroutectl(['get', 'virtualhosts', '--server', world.url])).out.split('\n').length).toBeGreaterThan(2);
});

const listOf = (thing: string, ...names: readonly string[]): readonly [string, string] => [
  `/${thing}`,
  JSON.stringify({ data: { [`saaras_db_${thing}`]: names.map((name) => ({ [`${thing}_name`]: name })) } }),
];

test('what no proxy has is named, since no dump has it', async () => {
  const lists = new Map([
    listOf('service', 'demo', 'old'),
    listOf('upstream', 'one', 'spare'),
    listOf('filter', 'lua'),
    listOf('globalconfig'),
  ]);
  const url = await startEnroute(DUMP, lists);
  const args = ['migrate', 'enroute', '--url', url, '--secret-environment', 'WEBAPP_SECRET', '--dry-run'];
  const { exit, err } = await enroutectl([...args, '--store', 'memory:'], { env: { WEBAPP_SECRET: SECRET } });
  expect(exit).toBe(0);
  expect(err).toMatch(/\nNot carried over, since no proxy has it:\n {2}service old\n {2}upstream spare\n\n/);
});

const PROXIES = (proxy: object): string => JSON.stringify({ data: { saaras_db_proxy: [proxy] } });

test('of an Enroute what is missing or not known is said of each by its names', async () => {
  const filters = [
    { filter: { filter_name: 'f', filter_type: 'vh_filter_quux', filter_config: '{}' } },
    { filter: null },
  ];
  const service = { service_name: 's', fqdn: 's.example.com', service_filters: filters, routes: [] };
  const url = await startEnroute(PROXIES({ proxy_name: 'gw', proxy_services: [{}, { service }] }));
  const args = ['migrate', 'enroute', '--url', url, '--secret-environment', 'WEBAPP_SECRET', '--dry-run'];
  const { err } = await enroutectl([...args, '--store', 'memory:'], { env: { WEBAPP_SECRET: SECRET } });
  expect(err.split('\n').filter((line) => line.startsWith('  proxy'))).toEqual([
    '  proxy gw: an entry of "proxy_services" says of no service what it is, and is left out',
    '  proxy gw, service s, filter f: a filter of type "vh_filter_quux" is not carried over',
    '  proxy gw, service s: an entry of "service_filters" says of no filter what it is, and is left out',
  ]);
});

const KNOWN = ['--secret-environment', 'WEBAPP_SECRET'];
const NOTHING = '{"data":{"saaras_db_proxy":[]}}';
const OTHERWISE = '/proxy/dump answers otherwise than Enroute does\n  help: is the URL that of its REST API';
const NO_DATABASE = { errors: [{ message: 'no connection to the database' }] };

test.each([
  ['without its secret', NOTHING, [], 4, '/proxy/dump answers 401\n  help: name the variable'],
  ['whose secret is not there', NOTHING, ['--secret-environment', 'NOT_SET'], 2, 'the variable NOT_SET is not set'],
  ['that has nothing', NOTHING, KNOWN, 1, 'has nothing that can be carried over'],
  ['that is a page', '<html>', KNOWN, 4, OTHERWISE],
  ['that ends too early', DUMP.slice(0, 2000), KNOWN, 4, OTHERWISE],
  ['that is none', '{"data":{"proxies":{}}}', KNOWN, 4, OTHERWISE],
  ['without its database', JSON.stringify(NO_DATABASE), KNOWN, 4, 'with errors:\n  no connection to the database\n'],
  ['with half of it', JSON.stringify({ ...JSON.parse(DUMP), ...NO_DATABASE }), KNOWN, 4, 'nothing was changed'],
])('an Enroute %s is told in a sentence', async (_, dump, more, exit, words) => {
  const url = await startEnroute(dump);
  const args = ['migrate', 'enroute', '--url', url, '--server', 'http://127.0.0.1:1', ...more];
  const outcome = await enroutectl(args, { env: { WEBAPP_SECRET: SECRET } });
  expect(outcome).toMatchObject({ exit, out: '', err: expect.stringContaining(words) });
});

test.each([
  ['that is not there', 'http://127.0.0.1:1', 'cannot be reached'],
  ['of another kind', 'ftp://127.0.0.1', 'is no http or https URL'],
])('a URL %s is told in a sentence', async (_, url, words) => {
  const { exit, out, err } = await enroutectl(['migrate', 'enroute', '--url', url, '--store', 'memory:']);
  expect({ isFailure: exit > 0, out }).toEqual({ isFailure: true, out: '' });
  expect(err).toContain(words);
});
