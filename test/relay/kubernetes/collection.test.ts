/** Following a collection: what is decided, and that it works with a real API server. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { isObject, type JsonObject } from '../../../compiler/shape.ts';
import { findCluster, type ClusterAccess } from '../../../relay/kubernetes/access.ts';
import { createKubernetesClient } from '../../../relay/kubernetes/client.ts';
import { followCollection } from '../../../relay/kubernetes/collection.ts';
import { backoff, stepCollection, UNLISTED } from '../../../relay/kubernetes/collection-state.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import { KUBERNETES_INSTALLATION_MS, startKubernetes, type Kubernetes } from '../../servers/kubernetes.ts';
import { eventually } from '../eventually.ts';

describe('the steps of following', () => {
  const watching = { resourceVersion: '7', failures: 0 };
  test('begin with a list, and go on from where that was taken', () => {
    expect(stepCollection(UNLISTED, { kind: 'start' })).toEqual([UNLISTED, [{ kind: 'list' }]]);
    expect(stepCollection(UNLISTED, { kind: 'listed', resourceVersion: '7' })).toEqual([
      watching,
      [{ kind: 'watch', resourceVersion: '7' }],
    ]);
  });
  test('take up a watch that has ended where the last bookmark was', () => {
    const [reached] = stepCollection(watching, { kind: 'reached', resourceVersion: '9' });
    expect(stepCollection(reached, { kind: 'watch-ended' })[1]).toEqual([{ kind: 'watch', resourceVersion: '9' }]);
  });
  test('list anew at once when the server has forgotten, and wait if that happens again', () => {
    const [gone, effects] = stepCollection(watching, { kind: 'failed', status: 410 });
    expect(effects).toEqual([{ kind: 'list' }]);
    expect(stepCollection(gone, { kind: 'failed', status: 410 })[1]).toEqual([{ kind: 'wait', failures: 2 }]);
  });
  test('wait longer after each failure, and watch from the same place then', () => {
    const [failed, effects] = stepCollection(watching, { kind: 'failed', status: 503 });
    expect(effects).toEqual([{ kind: 'wait', failures: 1 }]);
    expect(stepCollection(failed, { kind: 'waited' })[1]).toEqual([{ kind: 'watch', resourceVersion: '7' }]);
    expect([1, 2, 20].map((failures) => backoff(failures, 0))).toEqual([250, 500, 30_000]);
  });
});

const PATH = '/api/v1/namespaces/default/configmaps';
const configMap = (name: string, value: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data: { value },
});

describe('a real collection', () => {
  let kubernetes: Kubernetes;
  beforeAll(async () => {
    kubernetes = await startKubernetes();
  }, KUBERNETES_INSTALLATION_MS);
  afterAll(() => kubernetes?.remove());

  const follow = (access: ClusterAccess) => {
    const seen = new Map<string, unknown>();
    const failures: string[] = [];
    const counts = { listed: 0, recovered: 0 };
    const ended = new AbortController();
    const client = createKubernetesClient(access);
    onTestFinished(() => {
      ended.abort();
      client.close();
    });
    const put = (object: JsonObject): void => {
      const { metadata, data } = object;
      if (isObject(metadata)) seen.set(String(metadata['name']), isObject(data) ? data['value'] : undefined);
    };
    followCollection(client, {
      path: PATH,
      signal: ended.signal,
      listed(objects) {
        counts.listed += 1;
        seen.clear();
        objects.forEach(put);
      },
      changed(object, state) {
        put(object);
        const { metadata } = object;
        if (state === 'gone' && isObject(metadata)) seen.delete(String(metadata['name']));
      },
      failed: (message) => failures.push(message),
      recovered: () => (counts.recovered += 1),
    });
    return { seen, failures, counts };
  };
  const apply = (name: string, value: string) =>
    kubernetes.send('PATCH', `${PATH}/${name}?fieldManager=test&force=true`, configMap(name, value));

  test('is listed, and its changes come as they happen, after an outage too', async () => {
    await apply('a', '1');
    const { seen, failures, counts } = follow(await findCluster({ kubeconfig: kubernetes.kubeconfig }));
    await eventually(() => expect(seen.get('a')).toBe('1'));
    await apply('b', '1');
    await apply('a', '2');
    await eventually(() => expect([seen.get('a'), seen.get('b')]).toEqual(['2', '1']));
    await kubernetes.send('DELETE', `${PATH}/b`);
    await eventually(() => expect(seen.has('b')).toBe(false));
    await kubernetes.stop();
    await eventually(() => expect(failures.length).toBeGreaterThan(0));
    await kubernetes.start();
    await apply('a', '3');
    await eventually(() => expect(seen.get('a')).toBe('3'));
    expect(counts.recovered).toBeGreaterThan(0);
  }, 180_000);

  test('is not given to who has no token, and is when the token is there', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'ca.crt'), kubernetes.certificateAuthority);
    await writeFile(join(folder, 'token'), 'wrong');
    const { hostname, port } = new URL(kubernetes.server);
    const environment = { KUBERNETES_SERVICE_HOST: hostname, KUBERNETES_SERVICE_PORT: port };
    await apply('c', '1');
    const { seen, failures } = follow(await findCluster({ environment, serviceAccountFolder: folder }));
    await eventually(() => expect(failures[0]).toBe('the API server answers with 401: Unauthorized'));
    await writeFile(join(folder, 'token'), `${kubernetes.token}\n`);
    await eventually(() => expect(seen.get('c')).toBe('1'));
  }, 60_000);
});
