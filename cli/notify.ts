/** What command lines say of notifications: the relays that are told, and the secrets that sign what they are told. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Option } from 'commander';
import { readWebhookSecrets, type WebhookSecret } from '../store/webhooks.ts';
import { EXIT } from './exit-codes.ts';
import { Failure, reasonOf } from './failure.ts';
import type { Host } from './host.ts';

/** Holds the secrets themselves, as containers get them. */
const SECRETS_VARIABLE = 'ENROUTE_NOTIFY_SECRETS';

/** `--notify-secret-file FILE`. */
export const notifySecretFileOption = (purpose: string): Option =>
  new Option(
    '--notify-secret-file <file>',
    `secrets of webhooks, whsec_…; ${purpose} (default: those in $${SECRETS_VARIABLE}, if set)`,
  );

/**
 * The secrets in a file; those of the environment if none is named.
 * @throws Failure if the file cannot be read, or what is in it are no secrets.
 */
export async function notifySecretsOf(file: string | undefined, { cwd, env }: Host): Promise<readonly WebhookSecret[]> {
  const where = file ?? `$${SECRETS_VARIABLE}`;
  try {
    const text = file === undefined ? env[SECRETS_VARIABLE] : await readFile(resolve(cwd, file), 'utf8');
    if (text === undefined) return [];
    const secrets = readWebhookSecrets(text);
    if (secrets.length > 0) return secrets;
  } catch (error) {
    throw new Failure(`${where}: ${reasonOf(error)}`, { exit: EXIT.usage, cause: error });
  }
  throw new Failure(`${where}: there is no secret in it`, { exit: EXIT.usage });
}
