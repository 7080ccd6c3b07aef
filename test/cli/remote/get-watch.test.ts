/** `get --watch`: a list, and then each document of it that changes. */
import { expect, onTestFinished, test } from 'vitest';
import { createClient } from '../../functions/api/client.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import { startTcpProxy } from '../../servers/tcp-proxy.ts';
import { route, SHOP, upstream } from '../../store/workspace/documents.ts';
import { enroutectl, type Outcome } from '../enroutectl.ts';
import { startWorld } from './world.ts';

const list = (...items: readonly object[]) => ({ apiVersion: 'v1', kind: 'List', items });

interface Watching {
  readonly args: readonly string[];
  /** What to do once changes are followed. */
  readonly meanwhile: () => Promise<unknown>;
  /** Ends with the first output that has this. */
  readonly until: string | RegExp;
}

async function watching({ args, meanwhile, until }: Watching): Promise<Outcome> {
  const end = new AbortController();
  let out = '';
  let doing: Promise<unknown> | undefined;
  const outcome = await enroutectl(args, {
    interrupted: end.signal,
    onError: () => void (doing ??= meanwhile()),
    onOutput(text) {
      out += text;
      if (out.search(until) >= 0) end.abort();
    },
  });
  await doing;
  return outcome;
}

test('documents are listed once, and then each that is added, changed or removed', async () => {
  const { url, store } = await startWorld();
  const { send } = createClient({ store });
  await send('POST', '/v1/apply', list(...SHOP));
  const { exit, out, err } = await watching({
    args: ['get', 'routes', '--watch', '--server', url],
    async meanwhile() {
      await send('PUT', '/v1/upstreams/demo', upstream('demo', 9090)); // None of what is watched.
      await send('POST', '/v1/apply', list(route('b', 'demo'), route('c', 'demo')));
      await send(
        'PATCH',
        '/v1/routes/a',
        { metadata: { labels: { team: 'shop' } } },
        {
          'content-type': 'application/merge-patch+json',
        },
      );
      await send('DELETE', '/v1/routes/b');
    },
    until: 'removed',
  });
  expect({ exit, err }).toEqual({ exit: 0, err: `following ${url}\n` });
  const digest = '[0-9a-f]{12}';
  expect(out).toMatch(
    new RegExp(
      [
        '^NAMESPACE  NAME  VIRTUALHOSTS  LABELS  VERSION       CHANGE',
        `default    a     shop                  ${digest}`,
        `default    b     shop                  ${digest}  added`,
        `default    c     shop                  ${digest}  added`,
        `default    a     shop          team=shop  ${digest}  changed`,
        `default    b     shop                  ${digest}  removed`,
        '$',
      ].join('\n'),
    ),
  );
});

test('one document is followed by its name, for programs as one line each time', async () => {
  const { url, store } = await startWorld();
  const { send } = createClient({ store });
  await send('POST', '/v1/apply', list(...SHOP, route('b', 'demo')));
  const { exit, out } = await watching({
    args: ['get', 'upstream', 'demo', '-o', 'json', '--watch', '--server', url],
    async meanwhile() {
      await send('PUT', '/v1/upstreams/other', upstream('other'));
      await send('PUT', '/v1/upstreams/demo', upstream('demo', 9090));
      await send('DELETE', '/v1/upstreams/demo?cascade=true');
    },
    until: 'removed',
  });
  expect(exit).toBe(0);
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  ).toEqual([
    { change: 'listed', document: upstream('demo', 8080) },
    { change: 'changed', document: upstream('demo', 9090) },
    { change: 'removed', document: upstream('demo', 9090) },
  ]);
  const missing = await enroutectl(['get', 'upstream', 'dmo', '--watch', '--server', url]);
  expect(missing).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('no Upstream default/dmo') });
});

test('what selectors choose no longer is removed from the list', async () => {
  const { url, store } = await startWorld();
  const { send } = createClient({ store });
  await send('POST', '/v1/apply', list(...SHOP, upstream('ours', 80, { team: 'shop' })));
  const { out } = await watching({
    args: ['get', 'upstreams', '-l', 'team=shop', '-o', 'name', '-w', '--server', url],
    async meanwhile() {
      await send('PUT', '/v1/upstreams/theirs', upstream('theirs', 80, { team: 'other' }));
      await send('PUT', '/v1/upstreams/demo', upstream('demo', 80, { team: 'shop' }));
      await send('PUT', '/v1/upstreams/ours', upstream('ours', 80, { team: 'other' }));
    },
    until: /ours\n[^]*ours\n/,
  });
  expect(out).toBe('ours\ndemo\nours\n');
});

test('the first revision that there ever is counts, too, and a bucket can be watched without a server', async () => {
  const bucket = await temporaryFolder();
  const { exit, out } = await watching({
    args: ['get', 'upstreams', '--watch', '--store', bucket],
    meanwhile: () =>
      enroutectl(['apply', '-f', '-', '--yes', '--store', bucket], { input: JSON.stringify(upstream('first')) }),
    until: 'added',
  });
  expect(exit).toBe(0);
  expect(out).toMatch(/^NAMESPACE  NAME .*CHANGE\ndefault    first  .* added\n$/);
});

test('what is committed while the connection is cut is told once there is another', async () => {
  const { url, store } = await startWorld();
  const { send } = createClient({ store });
  const proxy = await startTcpProxy();
  onTestFinished(() => proxy.close());
  proxy.forwardTo(new URL(url).host);
  const { exit, out } = await watching({
    args: ['get', 'upstreams', '-o', 'name', '--watch', '--server', `http://127.0.0.1:${proxy.port}`],
    async meanwhile() {
      proxy.cut();
      await send('PUT', '/v1/upstreams/meanwhile', upstream('meanwhile'));
    },
    until: 'meanwhile',
  });
  expect({ exit, out }).toEqual({ exit: 0, out: 'meanwhile\n' });
});

test.each([
  [['--watch'], 'which kind'],
  [['routes', '--watch', '--revision', '1'], "option '-w, --watch' cannot be used with option '--revision <revision>'"],
])('get %j is a mistake', async (args, words) => {
  const { exit, out, err } = await enroutectl(['get', ...args, '--server', 'http://127.0.0.1:1']);
  expect({ exit, out, err }).toEqual({ exit: 2, out: '', err: expect.stringContaining(words) });
});
