/** What a Secret document may say of where its parts are. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

/** Codes and pointers of what is said of a Secret. */
const said = (type: string, source: string): readonly string[] => {
  const text = `apiVersion: enroute.dev/v1
kind: Secret
metadata: { name: a }
spec: { type: ${type}, ${source} }
`;
  return compile([{ path: 'a.yaml', text }])
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, pointer }) => `${code} ${pointer}`);
};

describe('of a Secret', () => {
  test.each([
    ['generic', 'awsSecretsManager: { secret: a }'],
    ['tls-certificate', 'awsSecretsManager: { secret: a }'],
    ['tls-certificate', 'vault: { kv: { path: a, ocspStaple: b } }'],
    ['tls-certificate', 'vault: { pki: { role: a, commonName: a, lifetime: 90m } }'],
    ['tls-certificate', 'kubernetes: { name: a }'],
    ['basic-auth-users', 'kubernetes: { name: a, value: users }'],
    ['certificate-authority', 'http: { url: "https://a.example/b" }'],
  ])('type %s, %s is enough', (type, source) => expect(said(type, source)).toEqual([]));

  test.each([
    ['generic', 'awsSecretsManager: { secret: a, privateKey: b }', 'needless-field /spec/awsSecretsManager/privateKey'],
    ['tls-certificate', 'awsSecretsManager: { secret: a, value: b }', 'needless-field /spec/awsSecretsManager/value'],
    ['api-keys', 'vault: { kv: { path: a, ocspStaple: b } }', 'needless-field /spec/vault/kv/ocspStaple'],
    ['generic', 'kubernetes: { name: a, certificateChain: b }', 'needless-field /spec/kubernetes/certificateChain'],
    ['generic', 'vault: { pki: { role: a, commonName: a } }', 'needs-field /spec/vault/pki'],
    [
      'tls-certificate',
      'vault: { pki: { role: a, commonName: a, lifetime: 1500ms } }',
      'invalid-format /spec/vault/pki/lifetime',
    ],
    ['generic', 'vault: {}', 'missing-choice /spec/vault'],
    ['generic', 'file: {value: a}, http: { url: "https://a.example/b" }', 'mutually-exclusive /spec/http'],
    ['generic', 'vault: { kv: { path: a/../b } }', 'invalid-format /spec/vault/kv/path'],
    ['generic', 'vault: { kv: { path: /a } }', 'invalid-format /spec/vault/kv/path'],
    ['generic', 'http: { url: "ftp://a.example/b" }', 'invalid-format /spec/http/url'],
    ['basic-auth-users', 'file: {}', 'too-few /spec/file'],
  ])('type %s, %s is a mistake', (type, source, mistake) => expect(said(type, source)[0]).toEqual(mistake));
});
