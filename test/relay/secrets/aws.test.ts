/** Secrets from AWS Secrets Manager, as moto plays it. */
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SecretReference } from '../../../compiler/5-pack/bundle.ts';
import type { SecretProvider } from '../../../relay/secrets/provider.ts';
import {
  awsSecretsManagerProvider,
  type AwsProviderOptions,
} from '../../../relay/secrets/providers/aws-secrets-manager.ts';
import { makeAuthority } from '../../servers/certificates.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import { startMoto, type AwsCredentials, type Moto } from '../../servers/moto.ts';
import { referenceTo, resolve, textOf } from './resolving.ts';

let moto: Moto;
let provider: SecretProvider | undefined;

beforeAll(async () => {
  moto = await startMoto();
}, INSTALLATION_MS);
afterAll(() => moto.stop());

/** The SDK's chain of credentials begins with these. */
const actAs = ({ accessKeyId, secretAccessKey }: AwsCredentials): void => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secretAccessKey);
};
beforeEach(() => actAs(moto.credentials));
afterEach(() => {
  vi.unstubAllEnvs();
  provider?.close?.();
});

const open = (options: Partial<AwsProviderOptions> = {}): SecretProvider => {
  const { endpoint, region } = moto;
  provider = awsSecretsManagerProvider({ secrets: ['*'], endpoint, region, ...options });
  return provider;
};
const at = (secret: string, rest: object = {}, type: SecretReference['type'] = 'generic') =>
  referenceTo({ type: 'awsSecretsManager', secret, versionStage: 'AWSCURRENT', ...rest }, type);

let names = 0;
const create = async (value: { SecretString: string } | { SecretBinary: Uint8Array }): Promise<string> => {
  const Name = `shop/${++names}`;
  await moto.secrets.createSecret({ Name, ...value });
  return Name;
};

describe('a secret', () => {
  test('is a text, a key of a JSON object, or binary', async () => {
    const bytes = randomBytes(32);
    const text = await create({ SecretString: 'whole' });
    const json = await create({ SecretString: JSON.stringify({ a: 'one', b: 'two' }) });
    const binary = await create({ SecretBinary: bytes });
    const opened = open();
    expect(textOf(await resolve(opened, at(text)))).toBe('whole');
    expect(textOf(await resolve(opened, at(json, { value: 'b' })))).toBe('two');
    const answer = await resolve(opened, at(binary));
    if (answer.status !== 'resolved' || answer.material.type !== 'generic') throw new Error(textOf(answer));
    expect(Buffer.from(answer.material.value.expose())).toEqual(bytes);
  });

  test('is a certificate and its key, under keys of those names or others', async () => {
    const { certificate, privateKey } = await (await makeAuthority()).issue({ commonName: 'shop' });
    const usual = await create({ SecretString: JSON.stringify({ certificateChain: certificate, privateKey }) });
    const other = await create({ SecretString: JSON.stringify({ crt: certificate, key: privateKey }) });
    const opened = open();
    const answers = [
      await resolve(opened, at(usual, {}, 'tls-certificate')),
      await resolve(opened, at(other, { certificateChain: 'crt', privateKey: 'key' }, 'tls-certificate')),
    ];
    expect(answers.map(textOf)).toEqual([certificate + privateKey, certificate + privateKey]);
  });

  test('is found by its ARN, whose region counts', async () => {
    const name = await create({ SecretString: 'v' });
    const { ARN = '' } = await moto.secrets.describeSecret({ SecretId: name });
    expect(textOf(await resolve(open({ region: 'us-east-1' }), at(ARN)))).toBe('v');
    expect(await resolve(open({ region: 'us-east-1' }), at(name))).toMatchObject({ reason: 'not-found' });
    expect(textOf(await resolve(open({ region: 'us-east-1' }), at(name, { region: moto.region })))).toBe('v');
  });

  test('is another after a rotation, and the one before is still there', async () => {
    const name = await create({ SecretString: 'first' });
    const opened = open();
    expect(textOf(await resolve(opened, at(name)))).toBe('first');
    await moto.secrets.putSecretValue({ SecretId: name, SecretString: 'second' });
    expect(textOf(await resolve(opened, at(name)))).toBe('second');
    expect(textOf(await resolve(opened, at(name, { versionStage: 'AWSPREVIOUS' })))).toBe('first');
  });

  test('that is not there, not allowed, or no JSON is told, without its value', async () => {
    const text = await create({ SecretString: 'hunter2' });
    const opened = open({ secrets: ['{namespace}/*'] });
    const answers = [
      await resolve(opened, at('shop/none')),
      await resolve(opened, at(text, { versionStage: 'none' })),
      await resolve(opened, at('other/a')),
      await resolve(opened, at(text, { value: 'key' })),
    ];
    expect(answers.map((answer) => answer.status === 'failed' && answer.reason)).toEqual([
      'not-found',
      'not-found',
      'misconfigured',
      'invalid',
    ]);
    expect(JSON.stringify(answers)).not.toContain('hunter2');
  });
});

describe('many secrets', () => {
  test('are asked for together, each once, and a missing one harms no other', async () => {
    const made = await Promise.all(Array.from({ length: 45 }, () => create({ SecretString: 'v' })));
    const opened = open();
    const asked = [...made, ...made, 'shop/none'].map((name) => resolve(opened, at(name)));
    const answers = (await Promise.all(asked)).map(textOf);
    expect(answers.filter((text) => text === 'v')).toHaveLength(90);
    expect(answers.at(-1)).toContain('not-found');
  });

  test('are asked for one by one where batches are not allowed', async () => {
    actAs(await moto.user(['secretsmanager:GetSecretValue']));
    const made = [await create({ SecretString: 'one' }), await create({ SecretString: 'two' })];
    const opened = open();
    const answers = await Promise.all(made.map((name) => resolve(opened, at(name))));
    expect(answers.map(textOf)).toEqual(['one', 'two']);
  });
});

describe('the relay', () => {
  test('that may not read secrets says so', async () => {
    const name = await create({ SecretString: 'hunter2' });
    actAs(await moto.user(['secretsmanager:ListSecrets']));
    const answer = await resolve(open(), at(name));
    expect(textOf(answer)).toBe(`unavailable: AWS does not allow the relay the secret "${name}"`);
  });

  test('with credentials that are wrong is let in nowhere', async () => {
    actAs({ accessKeyId: 'AKIAHUNTER2', secretAccessKey: 'hunter2' });
    const answer = await resolve(open(), at('shop/a'));
    expect(answer).toMatchObject({ status: 'failed', reason: 'unavailable' });
    expect(JSON.stringify(answer)).not.toMatch(/hunter2/i);
  });

  test('says that AWS is away', async () => {
    const answer = await resolve(open({ endpoint: 'http://127.0.0.1:1' }), at('shop/a'));
    expect(answer).toMatchObject({ isOfStore: true, message: expect.stringContaining('ECONNREFUSED') });
  });
});
