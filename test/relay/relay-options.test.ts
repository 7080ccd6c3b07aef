import { describe, expect, test } from 'vitest';
import { formatAddress, isLoopback, parseAddress } from '../../relay/address.ts';
import { RelayOptionsError, resolveOptions, type RelayOptions } from '../../relay/options.ts';
import { createMemoryStore } from '../../store/memory.ts';

const resolve = (options: Partial<RelayOptions> = {}) => resolveOptions({ store: createMemoryStore(), ...options });

function mistakesOf(options: Partial<RelayOptions>): readonly string[] {
  try {
    resolve(options);
    return [];
  } catch (error) {
    if (error instanceof RelayOptionsError) return error.message.split('\n');
    throw error;
  }
}

const tls = { certificateChain: 'relay.crt', privateKey: 'relay.key' };
const mutual = { ...tls, clientAuthorities: 'ca.crt' };

describe('options', () => {
  test('by default, only this machine is served, and nobody is given a secret without a certificate', () => {
    expect(resolve()).toMatchObject({
      listen: { host: '127.0.0.1', port: 18_000 },
      adminListen: { host: '127.0.0.1', port: 18_001 },
      secretsAllowed: 'mutual-tls',
      gateways: undefined,
    });
  });

  test.each(['0.0.0.0:18000', '[::]:18000', '10.0.0.1:18000', 'relay.example:18000', '127.0.0.1.example:1'])(
    'without client certificates, nothing but this machine can be listened on: %s',
    (listen) => {
      expect(mistakesOf({ listen })).toEqual([expect.stringContaining('insecureListen')]);
      expect(mistakesOf({ listen, tls })).toEqual([expect.stringContaining('clientAuthorities')]);
      expect(mistakesOf({ listen, tls: mutual, nodePolicy: 'policy.yaml' })).toEqual([]);
      expect(mistakesOf({ listen, insecureListen: true })).toEqual([]);
    },
  );

  test.each(['127.0.0.1:0', '127.8.9.10:18000', 'localhost:18000', '[::1]:18000'])('this machine is %s', (listen) => {
    expect(mistakesOf({ listen })).toEqual([]);
  });

  test('secrets are handed out without certificates only if that is said', () => {
    expect(resolve({ tls }).secretsAllowed).toBe('mutual-tls');
    expect(resolve({ insecureListen: true }).secretsAllowed).toBe('mutual-tls');
    expect(resolve({ insecureServeSecrets: true }).secretsAllowed).toBe('always');
  });

  test('a node policy needs client certificates', () => {
    const nodePolicy = 'policy.yaml';
    expect(mistakesOf({ nodePolicy })).toEqual([expect.stringContaining('clientAuthorities')]);
    expect(mistakesOf({ nodePolicy, tls })).toEqual([expect.stringContaining('clientAuthorities')]);
    expect(mistakesOf({ nodePolicy, tls: mutual })).toEqual([]);
    expect(mistakesOf({ reloadIntervalMs: 0 })).toEqual([expect.stringContaining('reloadIntervalMs')]);
  });

  test('client certificates need a node policy, unless it is said that any of them may be any node', () => {
    const [mistake, ...others] = mistakesOf({ tls: mutual });
    expect(others).toEqual([]);
    for (const words of [/^nodePolicy: /, /secrets/, /enroutectl certificates/, /\(insecureAnyNode\)/])
      expect(mistake).toMatch(words);
    expect(mistakesOf({ tls: mutual, insecureAnyNode: true })).toEqual([]);
    expect(mistakesOf({ tls: mutual, insecureAnyNode: true, nodePolicy: 'policy.yaml' })).toEqual([
      expect.stringMatching(/^insecureAnyNode: .*\(nodePolicy\)/),
    ]);
    expect(mistakesOf({ insecureAnyNode: true })).toEqual([
      expect.stringMatching(/^insecureAnyNode: .*clientAuthorities/),
    ]);
  });

  test('what a Prometheus is asked with needs a Prometheus, and that an address', () => {
    expect(mistakesOf({ metricsTokenFile: 'token' })).toEqual([
      expect.stringMatching(/^metricsTokenFile: .*metricsUrl/),
    ]);
    expect(mistakesOf({ metricsUrl: 'prometheus:9090' })).toEqual([
      expect.stringMatching(/^metricsUrl: "prometheus:9090"/),
    ]);
    expect(resolve({ metricsUrl: 'http://prometheus:9090', metricsTokenFile: 'token' }).metricsUrl).toBeDefined();
  });

  test.each([0, 99, 1.5, Number.NaN, 86_400_001])('%s is no interval of reports', (fleetReport) => {
    expect(mistakesOf({ fleetReport })).toEqual([expect.stringMatching(/^fleetReport: /)]);
  });

  test('all mistakes are told at once', () => {
    const mistakes = mistakesOf({
      listen: 'anywhere',
      adminListen: '127.0.0.1:99999',
      gateways: ['edge', 'default/edge', 'a/b/c'],
      pollIntervalMs: 0,
      drainMs: -1,
      closeGraceMs: Number.NaN,
      maxConnectionAgeMs: 10,
      bucketTimeoutMs: 2 ** 31,
      identifier: '',
    });
    expect(mistakes.map((mistake) => mistake.split(':')[0])).toEqual([
      'listen',
      'adminListen',
      'gateways',
      'gateways',
      'identifier',
      'pollIntervalMs',
      'bucketTimeoutMs',
      'maxConnectionAgeMs',
      'drainMs',
      'closeGraceMs',
    ]);
  });

  test('no gateway is not the same as all', () => {
    expect(mistakesOf({ gateways: [] })).toEqual([expect.stringContaining('leave it out')]);
  });

  test("a provider of one's own comes before the built-in one of its type", () => {
    const file = { type: 'file', resolve: () => Promise.reject(new Error('not called')) };
    const { secretProviders } = resolve({ secretProviders: [file] });
    expect(secretProviders.find(({ type }) => type === 'file')).toBe(file);
    expect(secretProviders.map(({ type }) => type)).toContain('environment');
  });
});

describe('addresses', () => {
  test.each(['127.0.0.1:18000', 'localhost:0', '[::1]:18000', 'relay.example:65535'])(
    '%s is read and written',
    (text) => {
      const address = parseAddress(text);
      expect(address && formatAddress(address)).toBe(text);
    },
  );

  test.each([
    '',
    ':18000',
    '18000',
    'localhost',
    'localhost:',
    'localhost:x',
    '::1:18000',
    '[::1]',
    'a:70000',
    'a b:1:2',
  ])('%j is none', (text) => expect(parseAddress(text)).toBeUndefined());

  test('an address that begins like a loopback one is not therefore one', () => {
    expect(isLoopback({ host: '127.0.0.1.example', port: 1 })).toBe(false);
  });
});
