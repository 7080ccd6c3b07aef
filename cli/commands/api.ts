import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { describeMistakes } from '../../compiler/settings.ts';
import { rateLimitOf, USUAL_RATE } from '../../functions/api/rate-limit.ts';
import type { Authorizer, Notifier } from '../../functions/index.ts';
import { address } from '../addresses.ts';
import type { Address } from '../bootstrap.ts';
import { openBucket, storeOption } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure, reasonOf } from '../failure.ts';
import type { Host } from '../host.ts';
import { notifySecretFileOption, notifySecretsOf } from '../notify.ts';
import { wholeNumber } from '../numbers.ts';
import { signKeyOption, signKeysOf, verifyKeyOption, verifyKeysOf } from '../signing.ts';

interface Flags {
  readonly store?: string;
  readonly listen: Address;
  readonly workspace: string;
  readonly accessPolicy?: string;
  readonly signKey?: readonly string[];
  readonly verifyKey?: readonly string[];
  readonly corsOrigin?: readonly string[];
  readonly rateLimit?: number;
  readonly maximumBody?: number;
  readonly maximumDocuments?: number;
  readonly graphiql?: boolean;
  readonly notifyUrl?: readonly string[];
  readonly notifySecretFile?: string;
}

const LISTEN = '127.0.0.1:8080';

/** `enroutectl api`: the API of a workspace in a bucket, until it is told to stop. */
export const api: MakeCommand = (host, conclude) =>
  new Command('api')
    .summary('serve the API of a workspace')
    .description(
      'Serves REST and GraphQL for the documents of a workspace, which are kept in a bucket, until SIGTERM or SIGINT. ' +
        '/docs describes what there is.',
    )
    .addOption(storeOption())
    .addOption(
      new Option('--listen <host:port>', 'where it is called; port 0 is any that is free')
        .argParser(address)
        .default(address(LISTEN), LISTEN),
    )
    .option('--workspace <name>', 'which set of documents of the bucket', 'default')
    .option(
      '--access-policy <file>',
      'who may do what, YAML; without it whoever reaches the API may do all, so it only listens to this machine',
    )
    .addOption(signKeyOption())
    .addOption(verifyKeyOption())
    .option('--cors-origin <origin...>', 'origins of web pages that may call, or "*" (default: none)')
    .option(
      '--rate-limit <number>',
      `how often a caller may ask each second, at first twice as often (default: ${USUAL_RATE} with --access-policy)`,
      wholeNumber,
    )
    .option('--maximum-body <bytes>', 'the most that the body of a request may have (default: 8 MiB)', wholeNumber)
    .option('--maximum-documents <number>', 'the most that the workspace may have (default: 100,000)', wholeNumber)
    .option('--graphiql', 'serve /graphiql, a page to try GraphQL with; it fetches nothing from elsewhere')
    .option('--notify-url <url...>', 'where relays have their admin port; they are told of what is published')
    .addOption(notifySecretFileOption('they sign what relays are told'))
    .addHelpText('after', HELP)
    .action(async (flags: Flags) => conclude(await run(flags, host)));

const HELP = `
Its log goes to standard error, one line of JSON an event: { "time", "level", "message", ... }; each request is
{ "audit": { "time", "requestId", "operation", "method", "path", "principal", "decision", "status", ... } }.

Exits with 0 after it was told to stop.`;

async function run(flags: Flags, host: Host): Promise<ExitCode> {
  const authorizer = flags.accessPolicy === undefined ? undefined : await authorizerOf(flags.accessPolicy, host);
  const store = await openBucket(flags.store, host);
  const signKeys = await signKeysOf(flags.signKey, host);
  const verifyKeys = await verifyKeysOf(flags.verifyKey, host);
  const notifier = await notifierOf(flags, host);
  const ended = untilInterrupted(host);
  const { serveApi } = await import('../../functions/entry/node.ts');
  // On this machine all are one caller, and nobody is to be held back by another.
  const rate = flags.rateLimit ?? (authorizer && USUAL_RATE);
  const running = await serveApi({
    ...flags.listen,
    store,
    workspace: flags.workspace,
    signKeys,
    verifyKeys,
    ...(authorizer && { authorizer }),
    ...(flags.corsOrigin && { corsOrigins: flags.corsOrigin }),
    ...(rate !== undefined && { rateLimit: rateLimitOf(rate) }),
    ...(flags.maximumBody !== undefined && { maximumBodySize: flags.maximumBody }),
    ...(flags.maximumDocuments !== undefined && { maximumDocuments: flags.maximumDocuments }),
    ...(notifier && { notifier }),
    ...(flags.graphiql && { graphiql: await graphiqlPage() }),
    audit: (entry) => host.err(`${JSON.stringify({ audit: entry })}\n`),
    onError: (error, requestId) => tell(host, 'error', reasonOf(error), { requestId }),
  }).catch((error: unknown) => {
    throw new Failure(`the API cannot be served: ${reasonOf(error)}`, { exit: EXIT.usage, cause: error });
  });
  tell(host, 'info', 'listening', { url: running.url, store: store.location, workspace: flags.workspace });
  if (!authorizer)
    tell(host, 'warn', 'no access policy: it listens to this machine only, and whoever is on it may do all');
  await ended;
  await running.close();
  return EXIT.success;
}

/** @throws Failure if the page is not there. */
async function graphiqlPage(): Promise<() => Promise<string>> {
  // Seen from a file of the build, and from the sources.
  for (const path of ['../functions/graphiql/graphiql.html', '../../dist/functions/graphiql/graphiql.html']) {
    const file = new URL(path, import.meta.url);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return async () => text;
  }
  throw new Failure('the page of GraphiQL is not there: "npm run build" makes it', { exit: EXIT.usage });
}

/** @throws Failure if a URL or the file of secrets cannot be used. */
async function notifierOf({ notifyUrl, notifySecretFile }: Flags, host: Host): Promise<Notifier | undefined> {
  if (!notifyUrl && notifySecretFile !== undefined)
    throw new Failure('--notify-secret-file needs --notify-url: nobody is told', { exit: EXIT.usage });
  if (!notifyUrl) return undefined;
  const secrets = await notifySecretsOf(notifySecretFile, host);
  const { createNotifier } = await import('../../functions/notify.ts');
  try {
    return createNotifier({
      urls: notifyUrl,
      secrets,
      onFailure: (failure) => tell(host, 'warn', 'a relay was not notified, and finds out by polling', failure),
    });
  } catch (error) {
    throw new Failure(`--notify-url: ${reasonOf(error)}`, { exit: EXIT.usage, cause: error });
  }
}

function tell(host: Host, level: 'info' | 'warn' | 'error', message: string, more: object = {}): void {
  host.err(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...more })}\n`);
}

const untilInterrupted = ({ interrupted }: Host): Promise<void> =>
  new Promise((done) => {
    if (interrupted.aborted) done();
    else interrupted.addEventListener('abort', () => done(), { once: true });
  });

/** @throws Failure if the policy or a key of it cannot be read. */
async function authorizerOf(file: string, host: Host): Promise<Authorizer> {
  try {
    const text = await readFile(resolve(host.cwd, file), 'utf8');
    const { readAccessPolicy } = await import('../../functions/identity/access-policy.ts');
    const { createAuthorizer } = await import('../../functions/identity/authorizer.ts');
    const { value, diagnostics } = readAccessPolicy({ path: file, text });
    if (!value) throw new Failure(describeMistakes(diagnostics), { exit: EXIT.usage });
    return await createAuthorizer(value, {
      readKey: (reference) => readKey(reference, host),
    });
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${file}: ${reasonOf(error)}`, { exit: EXIT.usage, cause: error });
  }
}

interface KeyReference {
  readonly name: string;
  readonly environment?: string;
  readonly file?: string;
}

function readKey({ name, environment, file }: KeyReference, { cwd, env }: Host): string | Promise<string> {
  if (file !== undefined) return readFile(resolve(cwd, file), 'utf8');
  const key = environment === undefined ? undefined : env[environment];
  if (key === undefined || key === '')
    throw new Error(`the variable ${environment} of the API key "${name}" is not set`);
  return key;
}
