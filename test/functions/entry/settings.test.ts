/** The table of settings in docs/api.md, against what functions and `enroutectl api` take. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { apiOptions, notifierOf, VARIABLES } from '../../../functions/entry/settings.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { enroutectl } from '../../cli/enroutectl.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/api.md'), 'utf8');
const rows = [...PAGE.matchAll(/^\| *(?:`(--[\w-]+)`)? *\| *(?:`(ENROUTE_\w+)`)? *\|/gm)];

test('each variable of a function is in the table, and there is no other', () => {
  expect(rows.flatMap(([, , variable]) => variable ?? []).sort()).toEqual(Object.values(VARIABLES).sort());
});

test('each option of enroutectl api is in the table, and there is no other', async () => {
  const { out } = await enroutectl(['api', '--help']);
  const options = [...out.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm)].flatMap(([, option]) => option ?? []);
  expect(rows.flatMap(([, option]) => option ?? []).sort()).toEqual(options.filter((one) => one !== '--help').sort());
});

describe('variables', () => {
  const policy = { ENROUTE_ACCESS_POLICY: 'bindings: []' };
  const options = (variables: Readonly<Record<string, string>>) =>
    apiOptions({ ...policy, ...variables }, createMemoryStore(), {});

  test('are what the API is made of', async () => {
    const made = await options({
      ENROUTE_WORKSPACE: 'team',
      ENROUTE_CORS_ORIGINS: 'https://a.example, https://b.example',
      ENROUTE_RATE_LIMIT: '5',
      ENROUTE_MAXIMUM_BODY: '1000',
      ENROUTE_MAXIMUM_DOCUMENTS: '10',
      ENROUTE_NOTIFY_URLS: 'http://relay-1:18001, http://relay-2:18001',
    });
    expect(made).toMatchObject({
      workspace: 'team',
      corsOrigins: ['https://a.example', 'https://b.example'],
      rateLimit: { perSecond: 5, burst: 10 },
      maximumBodySize: 1000,
      maximumDocuments: 10,
      notifier: { relays: ['http://relay-1:18001', 'http://relay-2:18001'] },
    });
  });

  test('that are empty are as if they were not there', async () => {
    const empty = Object.fromEntries(
      ['RATE_LIMIT', 'MAXIMUM_BODY', 'NOTIFY_URLS', 'NOTIFY_SECRETS'].map((name) => [`ENROUTE_${name}`, '']),
    );
    const made = await options(empty);
    expect(Object.keys(made).sort()).toEqual(['audit', 'authorizer', 'rateLimit', 'signKeys', 'store', 'verifyKeys']);
    expect(made.rateLimit).toEqual({ perSecond: 100, burst: 200 });
  });

  test.each([
    [{ ENROUTE_RATE_LIMIT: 'often' }, 'the variable ENROUTE_RATE_LIMIT is no whole number'],
    [{ ENROUTE_RATE_LIMIT: '0' }, 'the variable ENROUTE_RATE_LIMIT is no whole number'],
    [{ ENROUTE_MAXIMUM_BODY: '0' }, 'the variable ENROUTE_MAXIMUM_BODY is no whole number'],
    [{ ENROUTE_ACCESS_POLICY: '' }, 'the variable ENROUTE_ACCESS_POLICY is not set'],
    [{ ENROUTE_NOTIFY_URLS: 'relay' }, 'the URL of a relay to notify is none of HTTP'],
  ])('%j is refused', async (variables, reason) => {
    await expect(options(variables)).rejects.toThrow(reason);
  });

  test('a secret that is none is not repeated', () => {
    const variables = { ENROUTE_NOTIFY_URLS: 'http://relay:18001', ENROUTE_NOTIFY_SECRETS: 'hunter2' };
    expect(() => notifierOf(variables)).toThrow(/^(?!.*hunter2).*whsec_/);
  });
});
