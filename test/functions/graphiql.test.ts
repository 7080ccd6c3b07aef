/** The page of GraphiQL: where somebody wants it, on each runtime, and all that it needs in it. */
import { copyFile, cp, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readModules } from '../../bench/functions/sizes.ts';
import { serveApi } from '../../functions/entry/node.ts';
import { askAt } from '../../functions/graphiql/ask.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { INSTALLATION_MS } from '../servers/installed.ts';
import { startLambda } from '../servers/lambda.ts';
import { close, listen } from '../servers/ports.ts';
import { startWorker } from '../servers/workers.ts';
import { upstream } from '../store/workspace/documents.ts';
import { createClient } from './api/client.ts';
import { bundleOf, workerModules } from './entry/deployed.ts';

const DIST = join(import.meta.dirname, '../../dist/functions');
const page = (): Promise<string> => readFile(join(DIST, 'graphiql/graphiql.html'), 'utf8');
/** The page has it, and nothing that answers requests should. */
const PART = 'CodeMirror';
const POLICY = { ENROUTE_ACCESS_POLICY: 'bindings: []', ENROUTE_STORE: 'memory:' };

describe('the page', () => {
  test('is there only where it is wanted, and then it is described', async () => {
    expect((await createClient().send('GET', '/graphiql')).status).toBe(404);
    const { send } = createClient({ graphiql: page });
    const answer = await send('GET', '/graphiql');
    expect(answer).toMatchObject({ status: 200, body: await page() });
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await send('GET', '/openapi.json')).body).toMatchObject({ paths: { '/graphiql': { get: {} } } });
    expect((await send('POST', '/graphiql', {})).status).toBe(405);
  });

  test('may ask the API, and nobody else', async () => {
    const { headers } = await createClient({ graphiql: page }).send('GET', '/graphiql');
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split('; ').map((rule) => {
        const [name = '', ...sources] = rule.split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('connect-src')).toBe("'self'");
    expect([...policy.values()].filter((sources) => /http|\*/.test(sources))).toEqual([]);
  });

  test('is a program that is whole, and loads nothing', async () => {
    const html = await page();
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
    expect(() => new Script(script)).not.toThrow();
    expect(html.slice(html.indexOf('</script>')).trim()).toBe('</script>\n</html>');
    expect(script).toContain('/graphql');
    expect(script).toContain(PART);
    const markup = html.replace(script, '');
    expect(markup).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)|@import|url\((?!data:)["']?http/);
  });
});

type Answered = Awaited<ReturnType<ReturnType<typeof askAt>>>;
const isIterator = (answer: Answered): answer is Extract<Answered, AsyncIterableIterator<unknown>> =>
  Symbol.asyncIterator in answer;

describe('what the page asks by', () => {
  async function start() {
    const api = await serveApi({ store: createMemoryStore(), host: '127.0.0.1', port: 0 });
    onTestFinished(api.close);
    const put = (port: number) =>
      fetch(`${api.url}/v1/upstreams/demo`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(upstream('demo', port)),
      });
    return { url: api.url, ask: askAt(`${api.url}/graphql`), put };
  }

  test('gives the answer of a query, and what is wrong with it', async () => {
    const { ask, put } = await start();
    await put(8080);
    const query = 'query ($n: Int!) { upstreams(first: $n) { nodes { metadata { name } } } }';
    expect(await ask({ query, variables: { n: 1 } })).toEqual({
      data: { upstreams: { nodes: [{ metadata: { name: 'demo' } }] } },
    });
    expect(await ask({ query: '{ nothing }' })).toMatchObject({
      errors: [{ message: expect.stringContaining('nothing') }],
    });
  });

  test('sends the headers that it is given', async () => {
    const server = createServer(({ headers }, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ seen: headers.authorization }));
    });
    const port = await listen(server);
    onTestFinished(() => close(server));
    const ask = askAt(`http://127.0.0.1:${port}`);
    expect(await ask({ query: '{ a }' }, { headers: { authorization: 'Bearer a' } })).toEqual({ seen: 'Bearer a' });
  });

  test('follows a subscription until nobody listens', async () => {
    const { ask, put } = await start();
    const answers = await ask({ query: 'subscription { revisions { number } }' });
    if (!isIterator(answers)) throw new Error(`no stream, but ${JSON.stringify(answers)}`);
    const next = answers.next();
    await put(8080);
    expect(await next).toEqual({ done: false, value: { data: { revisions: { number: 1 } } } });
    const waiting = answers.next();
    expect(await answers.return?.()).toMatchObject({ done: true });
    expect(await waiting).toMatchObject({ done: true });
  });
});

describe('on Lambda', { timeout: INSTALLATION_MS }, () => {
  async function start(value: string) {
    const folder = await temporaryFolder();
    await cp(bundleOf('lambda'), folder, { recursive: true });
    await copyFile(join(DIST, 'graphiql/graphiql.html'), join(folder, 'graphiql.html'));
    const lambda = await startLambda({
      folder,
      handler: 'index.handler',
      environment: { ...POLICY, ENROUTE_GRAPHIQL: value },
    });
    onTestFinished(() => lambda.stop());
    return fetch(`${lambda.url}/graphiql`);
  }

  test('it is a file beside the function, where it is wanted', async () => {
    const answer = await start('true');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(await page());
  });

  test('it is not there otherwise, and no part of what is uploaded', async () => {
    expect((await start('')).status).toBe(404);
    expect([...(await readModules(bundleOf('lambda'))).values()].join('\n')).not.toContain(PART);
  });
});

test('on Workers the platform serves it, where its folder is given', { timeout: INSTALLATION_MS }, async () => {
  const modules = await workerModules();
  const bindings = { ENROUTE_ACCESS_POLICY: POLICY.ENROUTE_ACCESS_POLICY };
  const start = async (assets?: string) => {
    const worker = await startWorker({
      modules,
      r2Buckets: ['BUCKET'],
      bindings,
      ...(assets !== undefined && { assets }),
    });
    onTestFinished(() => worker.stop());
    return worker.url;
  };
  const url = await start(join(DIST, 'graphiql'));
  expect(await (await fetch(`${url}/graphiql`)).text()).toBe(await page());
  expect((await fetch(`${url}/graphql`, { method: 'POST' })).status).toBe(401);
  expect((await fetch(`${await start()}/graphiql`)).status).toBe(404);
  expect(modules.map(({ contents }) => contents).join('\n')).not.toContain(PART);
});
