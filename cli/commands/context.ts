import { resolve } from 'node:path';
import { Argument, Command, Option } from 'commander';
import { isMap, isSeq, type Document } from 'yaml';
import { isUrl } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { outputOption, table, writeData, writeLines, type OutputFormat } from '../output.ts';
import { noSuchContext } from '../remote/connection.ts';
import { editContexts, loadContexts } from '../remote/context-file.ts';
import type { Contexts } from '../remote/contexts.ts';
import { forgetTokens } from '../remote/tokens.ts';

interface SetFlags {
  readonly url?: string;
  readonly store?: string;
  readonly apiKeyEnvironment?: string;
  readonly apiKeyFile?: string;
  readonly issuer?: string;
  readonly clientId?: string;
  readonly grant?: string;
  readonly clientSecretEnvironment?: string;
  readonly clientSecretFile?: string;
  readonly scope?: readonly string[];
  readonly audience?: string;
  readonly resource?: string;
}

/** `enroutectl context`: which APIs there are, and which one is called. */
export const contextCommand: MakeCommand = (host, conclude) => {
  const command = new Command('context')
    .summary('say which APIs there are, and which one is called')
    .description(
      'Keeps the APIs that other commands call, and the buckets that they work on without one, in a file: $ENROUTE_CONFIG, or enroute/contexts.yaml in $XDG_CONFIG_HOME or ' +
        '~/.config. It holds no secrets, only where they lie.',
    )
    .helpOption('-h, --help', 'print help')
    .helpCommand(false);
  command.addCommand(
    new Command('list')
      .summary('list them')
      .description('Lists the contexts; the current one has a star.')
      .addOption(outputOption())
      .action(async (flags: { readonly output: OutputFormat }) => conclude(await list(flags.output, host))),
  );
  command.addCommand(
    new Command('use')
      .summary('make one the current one')
      .description('Makes a context the one of commands that name none.')
      .addArgument(nameArgument())
      .action(async (name: string) => conclude(await use(name, host))),
  );
  command.addCommand(setCommand(async (name, flags) => conclude(await set(name, flags, host))));
  command.addCommand(
    new Command('delete')
      .summary('forget one')
      .description('Forgets a context, and its tokens.')
      .addArgument(nameArgument())
      .action(async (name: string) => conclude(await remove(name, host))),
  );
  return command;
};

const nameArgument = (): Argument => new Argument('<context>', 'its name');

const setCommand = (act: (name: string, flags: SetFlags) => Promise<void>): Command =>
  new Command('set')
    .summary('add one, or say anew what it is')
    .description('Adds a context, or replaces the one of that name. The first one becomes the current one.')
    .argument('<name>', 'what commands call it')
    .option('--url <url>', 'where the API is')
    .addOption(
      new Option(
        '-s, --store <bucket>',
        'instead of an API: a bucket, in which commands change documents by themselves',
      ),
    )
    .addOption(new Option('--api-key-environment <variable>', 'prove who calls by the API key in this variable'))
    .addOption(new Option('--api-key-file <file>', 'by the API key in this file'))
    .addOption(new Option('--issuer <url>', 'by tokens of this OpenID Connect provider'))
    .option('--client-id <id>', 'what the provider knows enroutectl as')
    .addOption(
      new Option('--grant <grant>', 'whether a person logs in, or a program').choices([
        'deviceCode',
        'clientCredentials',
      ]),
    )
    .option('--client-secret-environment <variable>', 'the variable with the secret of the client')
    .option('--client-secret-file <file>', 'the file with it')
    .option('--scope <scope...>', 'what the provider is asked for')
    .option('--audience <name>', 'whom tokens are for, where the provider wants that as "audience"')
    .option('--resource <name>', 'whom they are for, where it wants that as "resource" (RFC 8707)')
    .action(act);

async function list(output: OutputFormat, host: Host): Promise<ExitCode> {
  const { current, contexts } = await loadContexts(host);
  if (output !== 'text') writeData(host, { current: current ?? null, contexts }, output);
  else if (contexts.length === 0) writeLines(host, ['there are no contexts: "enroutectl context set" makes one']);
  else
    writeLines(
      host,
      table([
        ['', 'NAME', 'URL OR BUCKET', 'AUTHENTICATION'],
        ...contexts.map(({ name, url, store, authentication }) => [
          name === current ? '*' : '',
          name,
          url ?? store ?? '',
          authentication?.oidc?.issuer ?? (authentication?.apiKey ? 'API key' : 'none'),
        ]),
      ]),
    );
  return EXIT.success;
}

async function use(name: string, host: Host): Promise<ExitCode> {
  await editContexts(host, (file, contexts) => {
    indexOf(contexts, name);
    file.set('current', name);
  });
  writeLines(host, [`the current context is ${name}`]);
  return EXIT.success;
}

async function set(name: string, flags: SetFlags, host: Host): Promise<ExitCode> {
  const { url, store: bucket } = flags;
  if (url === undefined && bucket === undefined)
    throw new Failure('neither an API nor a bucket is named', { exit: EXIT.usage, help: 'say --url, or --store' });
  const store = bucket === undefined || isUrl(bucket) ? bucket : resolve(host.cwd, bucket);
  const context = {
    name,
    ...(url !== undefined && { url }),
    ...(store !== undefined && { store }),
    ...authenticationOf(flags),
  };
  const { current: now } = await editContexts(host, (file, { current, contexts }) => {
    const found = contexts.findIndex((each) => each.name === name);
    if (!isSeq(file.get('contexts'))) file.set('contexts', file.createNode([]));
    file.setIn(['contexts', found < 0 ? contexts.length : found], file.createNode(context));
    if (current === undefined) file.set('current', name);
  });
  await forgetTokens(name, host);
  writeLines(host, [
    name === now
      ? `the current context is ${name}`
      : `the context is set; "enroutectl context use ${name}" makes it the current one`,
  ]);
  return EXIT.success;
}

async function remove(name: string, host: Host): Promise<ExitCode> {
  await editContexts(host, (file, contexts) => {
    file.deleteIn(['contexts', indexOf(contexts, name)]);
    if (contexts.current === name) removeCurrent(file);
  });
  await forgetTokens(name, host);
  return EXIT.success;
}

function removeCurrent(file: Document): void {
  if (isMap(file.contents)) file.delete('current');
}

function indexOf({ contexts }: Contexts, name: string): number {
  const index = contexts.findIndex((each) => each.name === name);
  if (index >= 0) return index;
  throw noSuchContext(name, contexts);
}

/** As the file has it; whether it is right is found out when it is written. */
function authenticationOf(flags: SetFlags): object {
  const { issuer, clientId, grant, scope: scopes, audience, resource } = flags;
  const apiKey = secretOf(flags.apiKeyEnvironment, flags.apiKeyFile);
  const clientSecret = secretOf(flags.clientSecretEnvironment, flags.clientSecretFile);
  const oidc = { issuer, clientId, grant, clientSecret, scopes, audience, resource };
  const given = Object.fromEntries(Object.entries(oidc).filter(([, value]) => value !== undefined));
  const authentication = { ...(apiKey && { apiKey }), ...(Object.keys(given).length > 0 && { oidc: given }) };
  return Object.keys(authentication).length > 0 ? { authentication } : {};
}

const secretOf = (environment: string | undefined, file: string | undefined): object | undefined =>
  environment === undefined && file === undefined
    ? undefined
    : { ...(environment !== undefined && { environment }), ...(file !== undefined && { file }) };
