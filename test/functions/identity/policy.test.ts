import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RoleBinding } from '../../../compiler/2-validate/generated/types.ts';
import { describeMistakes } from '../../../compiler/settings.ts';
import { readAccessPolicy } from '../../../functions/identity/access-policy.ts';
import { createApiKeyVerifier } from '../../../functions/identity/api-keys.ts';
import { ACTIONS, decide, grantsOf, type Action, type Permission } from '../../../functions/identity/policy.ts';
import type { Principal } from '../../../functions/identity/principal.ts';

const ada: Principal = {
  kind: 'token',
  name: 'ada',
  issuer: 'https://id.example.com',
  claims: { groups: ['shop-team', 'everybody'], scope: 'read write', admin: true, nested: { a: 1 } },
};
const ci: Principal = { kind: 'api-key', name: 'ci', claims: {} };

const may = (binding: RoleBinding, permission: Partial<Permission> & { readonly action: Action }, principal = ada) =>
  decide([binding], principal, { namespace: 'shop', gateways: ['shop/edge'], ...permission }).allowed;

describe('roles', () => {
  test.each<[RoleBinding['role'], readonly Action[]]>([
    ['viewer', ['read']],
    ['editor', ['read', 'write']],
    ['publisher', ['read', 'publish']],
    ['admin', ['read', 'write', 'publish', 'administer']],
  ])('%s may %j, and nothing else', (role, allowed) => {
    const binding: RoleBinding = { role, claims: { groups: 'shop-team' } };
    expect(ACTIONS.filter((action) => may(binding, { action }))).toEqual(allowed);
  });
});

describe('whom a binding fits', () => {
  test.each<[Partial<RoleBinding>, Principal, boolean]>([
    [{ claims: { groups: 'shop-team' } }, ada, true],
    [{ claims: { groups: 'shop' } }, ada, false],
    [{ claims: { groups: 'shop*' } }, ada, true],
    [{ claims: { groups: 'shop-team', scope: 'write' } }, ada, true],
    [{ claims: { groups: 'shop-team', scope: 'admin' } }, ada, false],
    [{ claims: { admin: 'true' } }, ada, true],
    [{ claims: { nested: '*' } }, ada, false],
    [{ claims: { missing: '*' } }, ada, false],
    [{ claims: { constructor: '*' } }, ada, false],
    [{ claims: { groups: 'shop-team' }, issuer: 'https://id.example.com' }, ada, true],
    [{ claims: { groups: 'shop-team' }, issuer: 'https://other.example' }, ada, false],
    [{ apiKeys: ['ci'] }, ci, true],
    [{ apiKeys: ['nightly'] }, ci, false],
    [{ apiKeys: ['ada'] }, ada, false],
    [{ claims: { name: 'ci' } }, ci, false],
  ])('%j', (binding, principal, expected) => {
    expect(may({ role: 'viewer', ...binding }, { action: 'read' }, principal)).toBe(expected);
  });
});

describe('what a binding reaches', () => {
  const editor = (limits: Partial<RoleBinding>): RoleBinding => ({
    role: 'editor',
    claims: { groups: '*' },
    ...limits,
  });
  test.each<[Partial<RoleBinding>, Partial<Permission>, boolean]>([
    [{ namespaces: ['shop'] }, {}, true],
    [{ namespaces: ['shop'] }, { namespace: 'other' }, false],
    [{ labels: { team: 'a' } }, { labels: { team: 'a', more: 'b' } }, true],
    [{ labels: { team: 'a' } }, { labels: { team: 'b' } }, false],
    [{ labels: { team: 'a' } }, {}, false],
    [{ gateways: ['shop/edge'] }, {}, true],
    [{ gateways: ['shop/*'] }, { gateways: ['shop/edge', 'shop/internal'] }, true],
    [{ gateways: ['shop/edge'] }, { gateways: ['shop/edge', 'shop/internal'] }, false],
    [{ gateways: ['shop/*'] }, { gateways: ['shopping/edge'] }, false],
    [{ gateways: ['shop/edge'] }, { gateways: 'all' }, false],
    [{ gateways: ['shop/edge'] }, { gateways: [] }, true],
    [{}, { gateways: 'all' }, true],
  ])('%j: %j', (limits, permission, expected) => {
    expect(may(editor(limits), { action: 'write', ...permission })).toBe(expected);
  });

  test('what concerns all namespaces is beyond who has some', () => {
    const everywhere: Permission = { action: 'write', gateways: [] };
    expect(decide([editor({ namespaces: ['shop'] })], ada, everywhere).allowed).toBe(false);
    expect(decide([editor({})], ada, everywhere).allowed).toBe(true);
  });

  test('a list may be asked for by who may see anything of it', () => {
    const everything: Permission = { action: 'read', gateways: 'all' };
    expect(decide([editor({ namespaces: ['shop'] })], ada, everything, 'some').allowed).toBe(true);
    expect(decide([editor({ namespaces: ['shop'] })], ci, everything, 'some').allowed).toBe(false);
  });
});

test('a caller is told what it lacks', () => {
  const reason = (bindings: readonly RoleBinding[]) =>
    decide(bindings, ada, { action: 'publish', namespace: 'shop', gateways: [] });
  expect(reason([])).toEqual({ allowed: false, reason: 'no binding of the access policy fits the caller' });
  expect(reason([{ role: 'viewer', claims: { groups: '*' } }])).toEqual({
    allowed: false,
    reason: 'none of the roles of the caller may publish: viewer',
  });
  expect(reason([{ role: 'admin', claims: { groups: '*' }, namespaces: ['a'] }])).toMatchObject({
    reason: expect.stringContaining('in the namespace "shop"'),
  });
});

test('a caller is told of its own bindings what they allow, and not whom they fit', () => {
  const bindings: readonly RoleBinding[] = [
    { role: 'editor', claims: { groups: 'shop-team' }, issuer: 'https://id.example.com', namespaces: ['shop'] },
    { role: 'admin', claims: { groups: 'operators' } },
    { role: 'publisher', apiKeys: ['ci'], gateways: ['shop/*'] },
  ];
  expect(grantsOf(bindings, ada)).toEqual([{ role: 'editor', actions: ['read', 'write'], namespaces: ['shop'] }]);
  expect(grantsOf(bindings, ci)).toEqual([{ role: 'publisher', actions: ['read', 'publish'], gateways: ['shop/*'] }]);
  expect(grantsOf(bindings, { ...ci, name: 'nightly' })).toEqual([]);
});

describe('whatever the bindings,', () => {
  const binding = fc.record<RoleBinding>(
    {
      role: fc.constantFrom('viewer', 'editor', 'publisher', 'admin'),
      claims: fc.constantFrom({ groups: 'shop-team' }, { groups: 'nobody' }),
      namespaces: fc.constantFrom(['shop'], ['other']),
      labels: fc.constantFrom({ team: 'a' }, { team: 'b' }),
      gateways: fc.constantFrom(['shop/edge'], ['shop/*'], ['other/*']),
    },
    { requiredKeys: ['role', 'claims'] },
  );
  const permission = fc.record<Permission>(
    {
      action: fc.constantFrom(...ACTIONS),
      namespace: fc.constantFrom('shop', 'other'),
      labels: fc.constantFrom({ team: 'a' }, {}),
      gateways: fc.constantFrom<Permission['gateways']>(['shop/edge'], ['other/edge'], [], 'all'),
    },
    { requiredKeys: ['action', 'gateways'] },
  );
  test('another one never takes away what one allows, and without any nobody may do anything', () => {
    fc.assert(
      fc.property(fc.array(binding), binding, permission, (bindings, more, wanted) => {
        if (decide(bindings, ada, wanted).allowed) expect(decide([more, ...bindings], ada, wanted).allowed).toBe(true);
        expect(decide([], ada, wanted).allowed).toBe(false);
      }),
    );
  });

  test('a caller is told of what it may do anywhere, and of nothing else', () => {
    const told = (bindings: readonly RoleBinding[]) => grantsOf(bindings, ada).flatMap(({ actions }) => actions);
    const may = (bindings: readonly RoleBinding[], action: Action) =>
      decide(bindings, ada, { action, gateways: 'all' }, 'some').allowed;
    fc.assert(
      fc.property(fc.array(binding), (bindings) => {
        expect(ACTIONS.filter((action) => told(bindings).includes(action))).toEqual(
          ACTIONS.filter((action) => may(bindings, action)),
        );
      }),
    );
  });
});

test('API keys stand for their names, and are nowhere to be seen', async () => {
  const verify = await createApiKeyVerifier([{ name: 'ci', key: 'a-long-secret' }]);
  expect(await verify('a-long-secret')).toEqual({
    status: 'identified',
    principal: { kind: 'api-key', name: 'ci', claims: {} },
  });
  expect(await verify('a-long-secreT')).toEqual({ status: 'refused', reason: 'there is no such API key' });
  expect(await verify('')).toMatchObject({ status: 'refused' });
});

describe('an access policy file', () => {
  const mistakes = (text: string) => describeMistakes(readAccessPolicy({ path: 'access.yaml', text }).diagnostics);
  const ISSUER = 'issuers: [{ issuer: "https://id.example.com", audiences: [enroute] }]\n';

  test('is read with its defaults', () => {
    const { value } = readAccessPolicy({
      path: 'a.yaml',
      text: `${ISSUER}bindings: [{ role: admin, claims: { sub: ada } }]`,
    });
    expect(value?.issuers?.[0]).toMatchObject({
      clockSkew: '60s',
      nameClaim: 'sub',
      algorithms: expect.arrayContaining(['ES256']),
    });
  });

  test.each([
    ['{}', 'access.yaml:1:1: the field "bindings" is missing'],
    ['bindings: [{ role: admin }]', 'access.yaml:1:12: one of "claims" or "apiKeys" must stand here'],
    ['bindings: [{ role: admin, claims: { sub: ada } }]', '"claims" '],
    ['bindings: [{ role: editor, apiKeys: [ci] }]', 'access.yaml:1:38: '],
    [`${ISSUER}bindings: [{ role: root, claims: { sub: ada } }]`, 'access.yaml:2:20: '],
    [`${ISSUER}bindings: [{ role: admin, claims: {} }]`, 'access.yaml:2:35: at least 1 field must stand here'],
    [`${ISSUER}bindings: [{ role: admin, issuer: "https://x", claims: { sub: ada } }]`, 'access.yaml:2:35: '],
    [`${ISSUER}bindings: [{ role: publisher, labels: { a: b }, claims: { sub: ada } }]`, 'access.yaml:2:39: '],
    [
      'issuers: [{ issuer: "http://id.example.com", audiences: [a] }]\nbindings: []',
      'expected: an https URL, or http on this machine',
    ],
    ['apiKeys: [{ name: ci, file: a }, { name: ci, file: b }]\nbindings: []', 'access.yaml:1:42: '],
  ])('%j', (text, expected) => expect(mistakes(text)).toContain(expected));
});
