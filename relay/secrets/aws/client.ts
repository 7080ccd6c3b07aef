/**
 * Values of AWS Secrets Manager, up to twenty by one request where that is possible.
 *
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html
 */
import type { SecretsManager, SecretValueEntry } from '@aws-sdk/client-secrets-manager';
import { statusOf } from '../../../store/s3/errors.ts';
import { createBatching } from '../batch.ts';
import { isObject } from '../http-client.ts';
import { failed, storeFailed, type Failure } from '../provider.ts';
import { redact, type Redacted } from '../../../store/redacted.ts';

export type AwsValue = Failure | { readonly status: 'found'; readonly bytes: Redacted<Uint8Array> };

export interface AwsClient {
  readonly get: (secret: string, versionStage: string) => Promise<AwsValue>;
  readonly close: () => void;
}

export interface AwsClientOptions {
  readonly region?: string;
  readonly endpoint?: string;
}

const BATCH = { most: 20, parallel: 4, gatherMs: 10 };
/** The SDK tries again by itself, within the time that a provider has. */
const TIMEOUTS = { connectionTimeout: 2_000, requestTimeout: 4_000 };

/** The SDK is loaded here, so that relays without AWS do without it. Credentials are found by its default chain. */
export async function openAws(options: AwsClientOptions): Promise<AwsClient> {
  const { SecretsManager } = await import('@aws-sdk/client-secrets-manager');
  const client = new SecretsManager({ ...options, requestHandler: TIMEOUTS });
  let inBatches = true;
  const getBatch = createBatching({
    ...BATCH,
    load: async (secrets) => {
      const found = inBatches ? await batch(client, secrets) : undefined;
      // Who may read a secret may not always read batches, and not all that speaks this API knows them.
      if (!found) inBatches = false;
      return Promise.all(secrets.map(async (secret) => found?.get(secret) ?? single(client, secret, 'AWSCURRENT')));
    },
  });
  return {
    get: (secret, stage) => (stage === 'AWSCURRENT' ? getBatch(secret) : single(client, secret, stage)),
    close: () => client.destroy(),
  };
}

/** What each secret has, as far as the answer says; nothing, if it can only be asked for them one by one. */
async function batch(client: SecretsManager, secrets: readonly string[]): Promise<Map<string, AwsValue> | undefined> {
  if (secrets.length === 1) return new Map();
  const found = new Map<string, AwsValue>();
  try {
    let token: string | undefined;
    do {
      const answer = await client.batchGetSecretValue({
        SecretIdList: [...secrets],
        ...(token && { NextToken: token }),
      });
      for (const entry of answer.SecretValues ?? [])
        for (const id of [entry.Name, entry.ARN]) if (id !== undefined) found.set(id, valueOf(entry));
      for (const { SecretId: id, ErrorCode: code } of answer.Errors ?? [])
        if (id !== undefined) found.set(id, failureOf(code ?? 'unknown error', id));
      token = answer.NextToken;
    } while (token);
    return found;
  } catch (error) {
    const failure = toFailure(error, secrets[0] ?? '');
    return failure.isOfStore ? new Map(secrets.map((secret) => [secret, failure])) : undefined;
  }
}

async function single(client: SecretsManager, secret: string, stage: string): Promise<AwsValue> {
  try {
    return valueOf(await client.getSecretValue({ SecretId: secret, VersionStage: stage }));
  } catch (error) {
    return toFailure(error, secret);
  }
}

function valueOf({ SecretString: text, SecretBinary: binary }: SecretValueEntry): AwsValue {
  const bytes = text === undefined ? binary : new TextEncoder().encode(text);
  return bytes
    ? { status: 'found', bytes: redact(bytes) }
    : failed('invalid', 'it has neither a text nor a binary value');
}

/** Errors of AWS have names; its messages are left out, and so is what a proxy says in its place. */
function toFailure(error: unknown, secret: string): Failure {
  const name = error instanceof Error ? error.name : 'unknown error';
  if (error instanceof Error && '$fault' in error) return failureOf(name, secret);
  const status = statusOf(error);
  if (status === 403) return failureOf('AccessDeniedException', secret);
  if (status !== undefined) return storeFailed(`AWS Secrets Manager answers ${status}, and nothing that can be read`);
  const code = isObject(error) && typeof error['code'] === 'string' ? error['code'] : name;
  return storeFailed(`AWS Secrets Manager cannot be asked: ${code === 'Error' ? 'is there a region?' : code}`);
}

function failureOf(code: string, secret: string): Failure {
  if (code === 'ResourceNotFoundException')
    return failed('not-found', `AWS has no secret "${secret}", or no such version of it`);
  if (code === 'AccessDeniedException')
    return failed('unavailable', `AWS does not allow the relay the secret "${secret}"`);
  if (code === 'InvalidRequestException' || code === 'InvalidParameterException' || code === 'ValidationException')
    return failed('misconfigured', `AWS cannot give the secret "${secret}": ${code}`);
  if (code === 'DecryptionFailure') return failed('unavailable', `AWS cannot decrypt the secret "${secret}"`);
  return storeFailed(`AWS Secrets Manager answers with ${code}`);
}
