/**
 * The policies of the template for AWS, at a real S3 server that obeys them: with them each role does all of its work, it
 * uses everything that it may do, and what it may not do is refused.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createS3Store } from '../../store/s3.ts';
import type { Store } from '../../store/store.ts';
import { INSTALLATION_MS } from '../servers/installed.ts';
import { startS3WithUsers, type S3ServerWithUsers } from '../servers/s3-users.ts';
import { readPolicies, type Policy } from './template.ts';
import { rolloutByRelay, storeOf, workOfAllRoles, type Place, type Role } from './work.ts';

const POLICIES: Readonly<Record<Role, Policy>> = {
  api: 'ApiPolicy',
  publish: 'PublishPolicy',
  rollout: 'RolloutPolicy',
  relay: 'RelayPolicy',
};
const NAMES = ['api', 'publish', 'rollout', 'relay'] as const;

let s3: S3ServerWithUsers;
beforeAll(async () => {
  s3 = await startS3WithUsers();
}, INSTALLATION_MS);
afterAll(() => s3.remove());

/** A bucket, and for each role somebody who may do in it what its policy says. */
async function createPlace(): Promise<Place> {
  const bucket = await s3.createBucket();
  const statements = await readPolicies({ BucketName: bucket, RelayIdentifier: 'relay-1' });
  const user = (role: Role) => s3.createUser(statements(POLICIES[role]));
  const users = {
    api: await user('api'),
    publish: await user('publish'),
    rollout: await user('rollout'),
    relay: await user('relay'),
  };
  return { s3, bucket, users };
}

const permissionsOf = async (role: Role): Promise<readonly string[]> => {
  const statements = await readPolicies({ BucketName: 'bucket', RelayIdentifier: 'relay-1' });
  const objects = statements(POLICIES[role]).filter(({ Condition }) => Condition === undefined);
  return objects.flatMap(({ Action, Resource }) =>
    [Action]
      .flat()
      .flatMap((action) =>
        [Resource]
          .flat()
          .map((resource) => permission(action.replace('s3:', ''), resource.split(':::bucket/')[1] ?? '')),
      ),
  );
};

/** Such as `GetObject pointers/`. */
const permission = (operation: string, key: string): string =>
  `${operation} ${key.startsWith('leases/') ? key : key.replace(/\/.*/, '/')}`;

/** What is needed only where something has gone wrong, or has met something else. */
const RARELY_USED: Readonly<Record<Role, readonly string[]>> = {
  // A collector of garbage has died.
  api: ['PutObject leases/collection.json', 'DeleteObject leases/collection.json'],
  publish: [
    'GetObject chunks/',
    ...['GetObject leases/collection.json', 'PutObject leases/collection.json', 'DeleteObject leases/collection.json'],
    // The first rollout in steps of a gateway.
    'PutObject rollouts/',
  ],
  rollout: ['GetObject leases/rollouts.json'],
  relay: ['GetObject fleet/'],
};

test('each role does all of its work, and uses all that it may do', { timeout: INSTALLATION_MS }, async () => {
  const place = await createPlace();
  await workOfAllRoles(place);
  const requests = (await s3.requests()).filter(({ bucket }) => bucket === place.bucket);
  expect(requests.filter(({ status }) => status === 403)).toEqual([]);
  for (const role of NAMES) {
    const used = new Set(
      requests
        .filter(({ user }) => user === place.users[role].accessKeyId)
        .map(({ operation, key }) => permission(operation, key)),
    );
    const unused = (await permissionsOf(role)).filter((one) => !used.has(one));
    expect([role, ...unused.toSorted()]).toEqual([role, ...RARELY_USED[role].toSorted()]);
  }
});

test('a relay that has the policy for rollouts, too, takes their steps', { timeout: INSTALLATION_MS }, async () => {
  const place = await createPlace();
  const statements = await readPolicies({ BucketName: place.bucket, RelayIdentifier: 'relay-1' });
  const relay = await s3.createUser([...statements('RelayPolicy'), ...statements('RolloutPolicy')]);
  await rolloutByRelay({ ...place, users: { ...place.users, relay } });
  const requests = (await s3.requests()).filter(({ user }) => user === relay.accessKeyId);
  expect(requests.filter(({ status }) => status === 403)).toEqual([]);
});

/** The table of docs/deploy.md: keys, and what each role may do there: list, read, write, delete. */
async function readTable(): Promise<readonly (readonly string[])[]> {
  const page = await readFile(fileURLToPath(new URL('../../docs/deploy.md', import.meta.url)), 'utf8');
  const rows = page.split('\n').filter((line) => /^\|.*\| [l-][r-][w-][d-] +\|/.test(line));
  return rows.map((row) => {
    const [what = '', ...may] = row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const key = /`(.*)`/.exec(what)?.[1]?.replace('*', 'default/edge') ?? 'elsewhere/default';
    return [key, ...may];
  });
}

test('what a role has no need of is refused', { timeout: INSTALLATION_MS }, async () => {
  const rows = await readTable();
  expect(rows).toHaveLength(17);
  const place = await createPlace();
  const admin = createS3Store(s3.storeOptions(place.bucket));
  const stores = NAMES.map((role) => storeOf(place, role));
  const found: string[][] = [];
  for (const [key = ''] of rows) {
    const row = [key];
    for (const store of stores) row.push(await whatItMay(store, key, () => admin.put(key, new Uint8Array([0]))));
    found.push(row);
  }
  expect(found).toEqual(rows);
});

async function whatItMay(store: Store, key: string, prepare: () => Promise<unknown>): Promise<string> {
  const attempts = {
    l: () => store.list(key)[Symbol.asyncIterator]().next(),
    r: () => store.get(key),
    w: () => store.put(key, new Uint8Array([1])),
    d: () => store.delete(key),
  };
  let may = '';
  for (const [letter, attempt] of Object.entries(attempts)) {
    await prepare();
    may += (await isAllowed(attempt)) ? letter : '-';
  }
  return may;
}

async function isAllowed(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch (error) {
    expect(String(error)).toContain('AccessDenied, HTTP 403');
    return false;
  }
}
