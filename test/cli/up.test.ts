/** `enroutectl up` as a process, with a real Envoy: from a save to an answer. */
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { RunningProcess } from '../../cli/local/process.ts';
import { poll } from '../../cli/local/poll.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { listen, reservePort } from '../servers/ports.ts';
import { edit, enroutectlJson, quickStart, startEnroutectl } from './enroutectl.ts';

useEnvoy();

interface Ports {
  readonly http: number;
  readonly demo: number;
}

let cwd: string;
let ports: Ports;
let shop: string;
beforeEach(async () => {
  cwd = await quickStart();
  ports = { http: await reservePort(), demo: await reservePort() };
  shop = join(cwd, 'gateways/shop.yaml');
  await edit(join(cwd, 'gateways/gateway.yaml'), '8080', String(ports.http));
  await edit(shop, '8081', String(ports.demo));
});

interface Up {
  readonly process: RunningProcess;
  readonly output: () => string;
  /** Waits until the output has some words. */
  readonly says: (words: string | RegExp) => Promise<string>;
}

async function startUp(...more: readonly string[]): Promise<Up> {
  let output = '';
  const process = await startEnroutectl(
    ['up', 'gateways', '--demo', String(ports.demo), '--store', 'bucket', ...more],
    {
      cwd,
      onLine: (line) => (output += `${line}\n`),
    },
  );
  const says = (words: string | RegExp): Promise<string> =>
    poll({ what: `that up says ${String(words)}`, timeoutMs: 30_000 }, async () => {
      const has = typeof words === 'string' ? output.includes(words) : words.test(output);
      return has ? output : undefined;
    }).catch((cause: unknown) => {
      throw new Error(`${String(cause)}\n${output}`, { cause });
    });
  return { process, output: () => output, says };
}

const get = async (path: string): Promise<string> => (await fetch(`http://127.0.0.1:${ports.http}${path}`)).text();

const untilAnswer = (path: string, expected: string): Promise<string> =>
  poll({ what: `that ${path} answers ${expected}` }, async () => {
    const text = await get(path);
    return text.includes(expected) ? text : undefined;
  });

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // There is no such process.
  }
};

test('a save reaches Envoy, a mistake does not, and an interruption ends everything', async () => {
  const up = await startUp();
  const started = await up.says(`curl http://127.0.0.1:${ports.http}/hello`);
  const envoy = Number(/Envoy of default\/edge runs \(process (\d+)/.exec(started)?.[1]);
  expect(await get('/hello')).toBe('Hello from Enroute\n');
  expect(JSON.parse(await get('/anything'))).toMatchObject({ upstream: 'demo', path: '/anything' });

  await edit(shop, 'Hello from', 'Greetings of');
  await up.says(
    /published revision 2 of default\/edge [^]*accepted by Envoy: revision 2 of default\/edge, after \d+ ms/,
  );
  expect(await get('/hello')).toBe('Greetings of Enroute\n');

  await edit(shop, 'upstream: demo', 'upstream: demi');
  await up.says('did you mean "demo"?');
  await up.says('nothing was published; Envoy keeps what it has');
  expect(await get('/hello')).toBe('Greetings of Enroute\n');

  await edit(shop, 'upstream: demi', 'upstream: demo');
  await up.says('fine: the documents make what is published already');
  await edit(shop, 'Greetings of', 'Welcome to');
  await untilAnswer('/hello', 'Welcome to Enroute');

  const { json } = await enroutectlJson(['history', '--store', 'bucket'], { cwd });
  expect(json.revisions.map(({ message }: { readonly message: string }) => message)).toEqual([
    'Save gateways/shop.yaml',
    'Save gateways/shop.yaml',
    'Start',
  ]);

  expect(isAlive(envoy)).toBe(true);
  process.kill(up.process.pid, 'SIGINT');
  expect(await up.process.exited).toBe(0);
  expect(isAlive(envoy)).toBe(false);
  await expect(get('/hello')).rejects.toThrow();
  await expect(fetch(`http://127.0.0.1:${ports.demo}/`)).rejects.toThrow();
});

test('documents that have lost most of what there was stay out, and a later save goes through', async () => {
  const up = await startUp();
  await up.says('accepted by Envoy: revision 1');
  const text = await readFile(shop, 'utf8');
  await writeFile(shop, '');
  await up.says('most of what there was is gone');
  expect(await get('/hello')).toBe('Hello from Enroute\n');
  await writeFile(shop, text.replace('Hello from', 'Back to'));
  await untilAnswer('/hello', 'Back to Enroute');
});

test('documents with mistakes in the beginning are waited for', async () => {
  await edit(shop, 'upstream: demo', 'upstream: demi');
  const up = await startUp();
  await up.says('did you mean "demo"?');
  await edit(shop, 'upstream: demi', 'upstream: demo');
  await up.says('accepted by Envoy: revision 1');
  expect(await get('/hello')).toBe('Hello from Enroute\n');
});

test('what Envoy rejects is told in its words, and the next save clears it', async () => {
  const up = await startUp();
  await up.says('accepted by Envoy: revision 1');
  const gateway = join(cwd, 'gateways/gateway.yaml');
  const spec = 'spec:\n  accessLog: [{ path: /nonexistent/access.log }]';
  await edit(gateway, 'spec:', spec);
  await up.says(
    /rejected by Envoy, which keeps what it had: revision 2 of default\/edge\n.*\/nonexistent\/access\.log/,
  );
  await up.says('Envoy is back on revision 1 of default/edge');
  expect(await get('/hello')).toBe('Hello from Enroute\n');
  await edit(gateway, spec, 'spec:');
  await up.says('accepted by Envoy: revision 3');
});

describe('a port that is taken', () => {
  const take = async (port: number): Promise<void> => {
    const server = createServer();
    await listen(server, port);
    onTestFinished(() => void server.close());
  };

  test('by another process is named before Envoy wants it', async () => {
    await take(ports.http);
    const up = await startUp();
    await up.says(`not published: port ${ports.http} of listener http of default/edge is taken by another process`);
    const free = await reservePort();
    await edit(join(cwd, 'gateways/gateway.yaml'), String(ports.http), String(free));
    ports = { ...ports, http: free };
    await up.says('accepted by Envoy: revision 1');
    expect(await get('/hello')).toBe('Hello from Enroute\n');
  });

  test('or cannot be had at all, is named too', async () => {
    const up = await startUp();
    await up.says('accepted by Envoy: revision 1');
    const free = await reservePort();
    await edit(join(cwd, 'gateways/gateway.yaml'), String(ports.http), `${free}\n      address: 192.0.2.1`);
    await up.says(`not published: 192.0.2.1:${free} of listener http of default/edge cannot be had`);
    expect(await get('/hello')).toBe('Hello from Enroute\n');
  });

  test('ends it if the demo upstream has to have it', async () => {
    await take(ports.demo);
    const up = await startUp();
    expect(await up.process.exited).toBe(2);
    expect(up.output()).toContain(`port ${ports.demo} for the demo upstream is taken by another process`);
  });
});

test('without an Envoy it does not begin', async () => {
  const lines: string[] = [];
  const env = { ENVOY_BIN: join(cwd, 'nowhere') };
  const up = await startEnroutectl(['up', 'gateways', '--store', 'bucket'], {
    cwd,
    env,
    onLine: (line) => lines.push(line),
  });
  expect(await up.exited).toBe(2);
  expect(lines).toEqual([`error: ENVOY_BIN names no executable file: ${join(cwd, 'nowhere')}`]);
});

test('programs hear of everything as JSON, requests included', async () => {
  const up = await startUp('--output', 'json');
  await up.says('"event":"accepted"');
  await get('/hello');
  await up.says('"event":"access"');
  const events = up
    .output()
    .trim()
    .split('\n')
    .map((line): { readonly event: string } => JSON.parse(line));
  expect(events.map(({ event }) => event).filter((event) => event !== 'envoy-log')).toEqual([
    'started',
    'published',
    'envoy-started',
    'accepted',
    'access',
  ]);
  expect(events).toContainEqual(
    expect.objectContaining({
      event: 'envoy-started',
      gateway: 'default/edge',
      trials: [
        { listener: 'http', url: `http://127.0.0.1:${ports.http}`, curl: `curl http://127.0.0.1:${ports.http}/hello` },
      ],
    }),
  );
});

test('an Envoy that ends by itself ends the rest', async () => {
  const up = await startUp();
  const started = await up.says('accepted by Envoy: revision 1');
  process.kill(Number(/process (\d+)/.exec(started)?.[1]), 'SIGKILL');
  expect(await up.process.exited).toBe(4);
  expect(up.output()).toContain('the Envoy of default/edge has ended by itself: exit code 137');
});
