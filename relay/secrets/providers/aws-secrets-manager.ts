/** Secrets in AWS Secrets Manager: texts in a JSON object, or one text or binary value. */
import type { SecretReference } from '../../../compiler/5-pack/bundle.ts';
import { isAllowed } from '../allowed.ts';
import { openAws, type AwsClient, type AwsClientOptions } from '../aws/client.ts';
import { isObject } from '../http-client.ts';
import { readField, resolveParts, settingOf, type ReadPart } from '../parts.ts';
import { failed, type SecretProvider } from '../provider.ts';

export interface AwsProviderOptions extends AwsClientOptions {
  /** Names and ARNs that documents may name; see `allowed.ts`. */
  readonly secrets: readonly string[];
  /** How often to read again, in milliseconds; default five minutes. */
  readonly refreshMs?: number;
}

/** Settings are those of `AwsSecret` in schemas/secret.schema.json. */
export function awsSecretsManagerProvider(options: AwsProviderOptions): SecretProvider {
  const { secrets, refreshMs = 300_000 } = options;
  const clients = new Map<string, Promise<AwsClient>>();
  const clientFor = (region: string): Promise<AwsClient> => {
    const { endpoint } = options;
    const known = clients.get(region);
    if (known) return known;
    const opened = openAws({ ...(region !== '' && { region }), ...(endpoint !== undefined && { endpoint }) });
    clients.set(region, opened);
    return opened;
  };
  const regionOf = (reference: SecretReference): string =>
    settingOf(reference, 'region') ?? regionOfArn(settingOf(reference, 'secret') ?? '') ?? options.region ?? '';
  return {
    type: 'awsSecretsManager',
    refreshMs,
    // They are asked for in batches.
    mostAtOnce: 80,
    storeOf: regionOf,
    async resolve(reference) {
      const secret = settingOf(reference, 'secret') ?? '';
      if (!isAllowed(secrets, secret, reference))
        return failed('misconfigured', `the relay may not read the AWS secret "${secret}"`);
      const client = await clientFor(regionOf(reference));
      const value = await client.get(secret, settingOf(reference, 'versionStage') ?? 'AWSCURRENT');
      return value.status === 'failed' ? value : resolveParts(reference, readerOf(reference, value.bytes.expose()));
    },
    close() {
      for (const client of clients.values()) void client.then(({ close }) => close());
      clients.clear();
    },
  };
}

/** `arn:aws:secretsmanager:<region>:…` */
const regionOfArn = (text: string): string | undefined => /^arn:[^:]*:secretsmanager:([^:]+):/.exec(text)?.[1];

/** The whole secret is the value, unless a key of it is named. A certificate has several parts, and so they have keys. */
function readerOf(reference: SecretReference, bytes: Uint8Array): ReadPart {
  return (part) => {
    if (part === 'value' && settingOf(reference, part) === undefined) return { status: 'read', bytes };
    const fields = jsonOf(bytes);
    return fields ? readField(fields, reference, part) : failed('invalid', 'it is not a JSON object');
  };
}

function jsonOf(bytes: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined; // The parser's message quotes the text.
  }
}
