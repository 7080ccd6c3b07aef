/**
 * The policies of the template for AWS, at a real S3 server that obeys them: with them each role does all of its work, it
 * uses everything that it may do, and what it may not do is refused.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createS3Store } from '../../store/s3.ts';
import type { Store } from '../../store/store.ts';
import { makeFolder, type Folder } from '../servers/folder.ts';
import { INSTALLATION_MS } from '../servers/installed.ts';
import { allow, createUser, readAccessLog, type S3User } from '../servers/s3-users.ts';
import { startS3Server, type S3Server } from '../servers/versitygw.ts';
import { readPolicies, type Policy } from './template.ts';
import { storeOf, workOfAllRoles, type Role } from './work.ts';

const POLICIES: Readonly<Record<Role, Policy>> = {
  api: 'ApiPolicy',
  publish: 'PublishPolicy',
  rollout: 'RolloutPolicy',
  relay: 'RelayPolicy',
};
const NAMES = ['api', 'publish', 'rollout', 'relay'] as const;

let folder: Folder;
let s3: S3Server;
let users: Readonly<Record<Role, S3User>>;
const accessLog = (): string => join(folder.path, 'access.log');

beforeAll(async () => {
  folder = await makeFolder();
  s3 = await startS3Server({ accessLog: accessLog() });
  const user = (role: Role) => createUser(s3, role);
  users = {
    api: await user('api'),
    publish: await user('publish'),
    rollout: await user('rollout'),
    relay: await user('relay'),
  };
}, INSTALLATION_MS);
afterAll(async () => {
  await s3.remove();
  await folder.remove();
});

/** A bucket in which each role may do what its policy says. */
async function createSharedBucket(): Promise<string> {
  const bucket = await s3.createBucket();
  const statements = await readPolicies({ BucketName: bucket, RelayIdentifier: 'relay-1' });
  const permissions = NAMES.map((role) => ({ user: users[role], statements: statements(POLICIES[role]) }));
  await allow(s3, bucket, permissions);
  return bucket;
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
  // The answer to a write was lost, so that what is there has to be looked at; and a collector of garbage has died.
  api: ['GetObject signatures/', 'PutObject leases/collection.json', 'DeleteObject leases/collection.json'],
  publish: [
    ...['GetObject chunks/', 'GetObject signatures/'],
    ...['GetObject leases/collection.json', 'PutObject leases/collection.json', 'DeleteObject leases/collection.json'],
    // The first rollout in steps of a gateway.
    'PutObject rollouts/',
  ],
  rollout: ['GetObject leases/rollouts.json'],
  relay: ['GetObject fleet/'],
};

test('each role does all of its work, and uses all that it may do', { timeout: INSTALLATION_MS }, async () => {
  const bucket = await createSharedBucket();
  await workOfAllRoles({ s3, bucket, users });
  const requests = (await readAccessLog(accessLog())).filter((request) => request.bucket === bucket);
  expect(requests.filter(({ status }) => status === 403)).toEqual([]);
  for (const role of NAMES) {
    const used = new Set(
      requests.filter(({ user }) => user === role).map(({ operation, key }) => permission(operation, key)),
    );
    const unused = (await permissionsOf(role)).filter((one) => !used.has(one));
    expect([role, ...unused.toSorted()]).toEqual([role, ...RARELY_USED[role].toSorted()]);
  }
});

/** What a role may do with a key: list it, read, write and delete it. */
const MAY = `
                                    api   publish  rollout  relay
pointers/default/edge.json          lrw-  lrw-     lr--     lr--
revisions/1.json                    lrw-  lrw-     lr--     lr--
signatures/1.json                   lrw-  lrw-     ----     lr--
manifests/1.json                    lrw-  lrw-     lr--     lr--
chunks/1                            lrw-  lrw-     ----     lr--
rollouts/default/edge.json          lrw-  lrw-     lrw-     lr--
fleet/default/edge/relay-1.json     lr--  ----     lr--     lrwd
fleet/default/edge/relay-2.json     lr--  ----     lr--     l---
endpoints/default/demo.json         lrwd  ----     ----     lr--
workspaces/default/head.json        lrw-  lr--     ----     ----
workspaces/default/settings.json    lrw-  lr--     ----     ----
commits/1.json                      lrw-  lr--     ----     ----
trees/1.json                        lrw-  lr--     ----     ----
documents/1.json                    lrw-  lr--     ----     ----
leases/collection.json              lrwd  lrwd     ----     ----
leases/rollouts.json                ----  ----     lrwd     ----
leases/clock.json                   l-w-  ----     l-w-     ----
elsewhere/1.json                    ----  ----     ----     ----
`;

test('what a role has no need of is refused', { timeout: INSTALLATION_MS }, async () => {
  const bucket = await createSharedBucket();
  const rows = MAY.trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(/\s+/));
  const place = { s3, bucket, users };
  const admin = createS3Store(s3.storeOptions(bucket));
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
