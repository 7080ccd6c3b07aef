import { describe, expect, test } from 'vitest';
import { findCluster } from '../../../relay/kubernetes/access.ts';
import { readKubeconfig } from '../../../relay/kubernetes/kubeconfig.ts';

const config = (cluster: object, user: object): string =>
  JSON.stringify({
    'current-context': 'edge',
    contexts: [{ name: 'edge', context: { cluster: 'c', user: 'u' } }],
    clusters: [{ name: 'c', cluster: { server: 'https://kube.example.com:6443/', ...cluster } }],
    users: [{ name: 'u', user }],
  });
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a kubeconfig', () => {
  test('names the server, who vouches for it, and a token', () => {
    const text = config({ 'certificate-authority': 'ca.crt', 'tls-server-name': 'kube' }, { token: 'hush' });
    const access = readKubeconfig(text, '/etc/kube/config');
    expect(access).toMatchObject({
      server: 'https://kube.example.com:6443',
      serverName: 'kube',
      certificateAuthority: { file: '/etc/kube/ca.crt' },
    });
    expect(access.token && 'text' in access.token && access.token.text.expose()).toBe('hush');
    expect(JSON.stringify(access)).not.toContain('hush');
  });

  test('may hold certificates itself', () => {
    const text = config(
      { 'certificate-authority-data': base64('CA') },
      { 'client-certificate-data': base64('CHAIN'), 'client-key-data': base64('KEY') },
    );
    const { certificateAuthority, clientCertificate } = readKubeconfig(text, '/config');
    const exposed = [certificateAuthority, clientCertificate?.certificateChain, clientCertificate?.privateKey].map(
      (source) => source && 'text' in source && source.text.expose(),
    );
    expect(exposed).toEqual(['CA', 'CHAIN', 'KEY']);
  });

  test.each([
    ['no YAML', '{', 'it is not YAML'],
    ['nothing', '', 'it is no kubeconfig'],
    ['no context', '{}', 'there is no current context'],
    ['no verification', config({ 'insecure-skip-tls-verify': true }, {}), 'could be anybody'],
    ['another program', config({}, { exec: { command: 'aws' } }), 'cannot log in by "exec"'],
    ['a password', config({}, { username: 'admin', password: 'hush' }), 'cannot log in by "username"'],
  ])('with %s cannot be used', (_, text, message) => {
    expect(() => readKubeconfig(text, '/config')).toThrow(message);
    expect(() => readKubeconfig(text, '/config')).not.toThrow('hush');
  });

  test('of which a context is wanted that it does not have says so', () => {
    expect(() => readKubeconfig(config({}, {}), '/config', 'other')).toThrow('there is no context "other"');
  });
});

describe('a program within a cluster', () => {
  test('finds the API by its environment', async () => {
    const environment = { KUBERNETES_SERVICE_HOST: 'fd00::1', KUBERNETES_SERVICE_PORT: '6443' };
    expect(await findCluster({ environment, serviceAccountFolder: '/account' })).toEqual({
      server: 'https://[fd00::1]:6443',
      certificateAuthority: { file: '/account/ca.crt' },
      token: { file: '/account/token' },
    });
    await expect(findCluster({ environment: {} })).rejects.toThrow('does not run in a Kubernetes cluster');
  });
});
