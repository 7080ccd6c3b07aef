/** From a request to the API until a request through Envoy meets the change: API, relay and Envoy each in a process. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEnvoy } from '../../cli/local/envoy.ts';
import { startProcess, type RunningProcess } from '../../cli/local/process.ts';
import { startEnvoy, type RunningEnvoy } from '../../cli/local/run-envoy.ts';
import { reservePort } from '../../test/servers/ports.ts';
import { request } from '../../test/servers/http-client.ts';
import { startS3Server } from '../../test/servers/versitygw.ts';
import { describeLoad } from '../machine.ts';
import { buildScript } from '../script.ts';
import { number, quantile, table, type Column } from '../table.ts';
import { apiDocuments, gatewayAt, PROBE, probe } from './documents.ts';

export interface ToEnvoyOptions {
  readonly sizes: readonly number[];
  /** How many changes are measured in each way. */
  readonly changes: number;
}

export const QUICK: ToEnvoyOptions = { sizes: [100], changes: 2 };
export const USUAL: ToEnvoyOptions = { sizes: [100, 1_000, 10_000], changes: 9 };

/** `automatic`: a PUT that is published at once; `publish`: a POST, after a PUT that is not measured. */
const WAYS = ['automatic', 'publish'] as const;
type Way = (typeof WAYS)[number];

interface Row {
  readonly bucket: string;
  readonly documents: number;
  readonly way: Way;
  /** Milliseconds for a page of 100 routes, until the API has answered the change, and until Envoy has; medians, and the slowest. */
  readonly page: number;
  readonly answered: number;
  readonly met: number;
  readonly slowest: number;
}

/** Measures, and returns a section in Markdown. */
export async function benchmarkToEnvoy({ sizes, changes }: ToEnvoyOptions): Promise<string> {
  const program = await buildScript('../cli/enroutectl');
  const rows: Row[] = [];
  for (const size of sizes) {
    rows.push(...(await inDirectory((bucket) => measure(program, bucket, size, changes))));
    rows.push(...(await onS3((bucket) => measure(program, bucket, size, changes))));
  }
  return `## API to Envoy

Somebody reads a page of 100 routes, and changes one among so many documents: by a \`PUT\` where each commit is published at once ("automatic"), and by
\`POST /v1/publish\` after a commit. Until the API has answered, and until a request through a real Envoy meets the change;
medians of ${changes}, and the slowest. API, relay and Envoy are processes of their own; the relay polls once an hour and is
told by a signed notification. ${describeLoad()}. Targets: 500 ms from the publication to Envoy; at 10,000 documents 1,000 ms
for the page and the change until Envoy has it.

${table(COLUMNS, rows)}
`;
}

interface Bucket {
  readonly name: string;
  readonly url: string;
  readonly env: NodeJS.ProcessEnv;
}

async function inDirectory<T>(work: (bucket: Bucket) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'enroute-bench-'));
  try {
    return await work({ name: 'directory', url: folder, env: {} });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onS3<T>(work: (bucket: Bucket) => Promise<T>): Promise<T> {
  const server = await startS3Server();
  const { accessKeyId, secretAccessKey } = server.credentials;
  const where = new URLSearchParams({ endpoint: server.endpoint, region: server.region, pathStyle: 'true' });
  try {
    return await work({
      name: 'S3 (versitygw)',
      url: `s3://${await server.createBucket()}?${where}`,
      env: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    });
  } finally {
    await server.remove();
  }
}

async function measure(program: string, bucket: Bucket, documents: number, changes: number): Promise<readonly Row[]> {
  const world = await startWorld(program, bucket, documents);
  try {
    const rows: Row[] = [];
    let generation = 0;
    for (const way of WAYS) {
      await world.send('PUT', '/v1/settings', { publish: way === 'automatic' ? 'automatic' : 'manual' });
      const times: Times[] = [];
      for (let round = -1; round < changes; round += 1) {
        generation = (generation + 1) % 100;
        const time = { page: await world.readPage(), ...(await world.change(way, generation)) };
        if (round >= 0) times.push(time); // The first of a way makes what the others find made.
      }
      rows.push({ bucket: bucket.name, documents, way, ...medians(times) });
    }
    return rows;
  } finally {
    await world.stop();
  }
}

interface Times {
  readonly page: number;
  readonly answered: number;
  readonly met: number;
}

function medians(times: readonly Times[]): Times & { readonly slowest: number } {
  const of = (name: keyof Times) => times.map((time) => time[name]);
  const median = (name: keyof Times) => quantile(of(name), 0.5);
  return {
    page: median('page'),
    answered: median('answered'),
    met: median('met'),
    slowest: Math.max(...of('met')),
  };
}

async function startWorld(program: string, { url: bucket, env }: Bucket, documents: number) {
  const folder = await mkdtemp(join(tmpdir(), 'enroute-bench-'));
  await writeFile(join(folder, 'secret'), `whsec_${btoa('s'.repeat(32))}`);
  const secret = ['--notify-secret-file', join(folder, 'secret')];
  const running: (RunningProcess | RunningEnvoy)[] = [];
  const [ads, admin, port] = [await reservePort(), await reservePort(), await reservePort()];
  const start = async (command: string, word: string, args: readonly string[]): Promise<string> => {
    let said = '';
    const child = await startProcess({
      command: process.execPath,
      args: [program, command, '--store', bucket, ...secret, ...args],
      env: { ...process.env, ...env },
      ready: (line) => line.includes(word) && Boolean((said = line)),
    });
    running.push(child);
    return said;
  };
  const relay = ['--listen', `127.0.0.1:${ads}`, '--admin-listen', `127.0.0.1:${admin}`];
  const patience = ['--poll-interval', '3600000', '--close-grace', '0', '--fleet-report', 'off'];
  await start('relay', 'the relay is running', [...relay, ...patience]);
  const api = ['--listen', '127.0.0.1:0', '--notify-url', `http://127.0.0.1:${admin}`];
  const { url } = JSON.parse(await start('api', 'listening', api)) as { readonly url: string };
  const send = client(url);

  await send('POST', '/v1/apply', { ...apiDocuments(documents) });
  await send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items: [gatewayAt(port, ads), probe(99)] });
  await send('POST', '/v1/publish', {});
  const bootstrap = await send('GET', '/v1/gateways/edge/bootstrap?node=envoy-1');
  running.push(await startEnvoy({ binary: await findEnvoy(), bootstrap: bootstrap as object, timeoutMs: 120_000 }));
  await untilMet(port, 99);
  return {
    send,
    async readPage() {
      const began = performance.now();
      await send('GET', '/v1/routes?limit=100');
      return performance.now() - began;
    },
    async change(way: Way, generation: number) {
      const path = `/v1/routes/${PROBE}`;
      if (way === 'publish') await send('PUT', path, probe(generation));
      const began = performance.now();
      const sent = way === 'publish' ? send('POST', '/v1/publish', {}) : send('PUT', path, probe(generation));
      const answered = sent.then(() => performance.now() - began);
      await untilMet(port, generation);
      const met = performance.now() - began;
      return { answered: await answered, met };
    },
    async stop() {
      for (const one of running.toReversed()) await one.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function client(url: string) {
  return async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return JSON.parse(text);
  };
}

/** Asks Envoy until the answer is that of this generation. */
async function untilMet(port: number, generation: number): Promise<void> {
  const limit = performance.now() + 60_000;
  while (performance.now() < limit) {
    const { status } = await request({ port, path: `/${PROBE}`, host: 'shop.example.com' }).catch(() => ({
      status: 0,
    }));
    if (status === 400 + generation) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error('Envoy has not met the change within a minute');
}

const COLUMNS: readonly Column<Row>[] = [
  { title: 'bucket', cell: ({ bucket }) => bucket },
  { title: 'documents', cell: ({ documents }) => number(documents) },
  { title: 'way', cell: ({ way }) => way },
  { title: 'page ms', cell: ({ page }) => number(page) },
  { title: 'answered ms', cell: ({ answered }) => number(answered) },
  { title: 'Envoy ms', cell: ({ met }) => number(met) },
  { title: 'slowest ms', cell: ({ slowest }) => number(slowest) },
];
