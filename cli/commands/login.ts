import { Command } from 'commander';
import type { Context, OidcClient } from '../../compiler/2-validate/generated/types.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { chooseContext, contextOption } from '../remote/connection.ts';
import type { LogoutResult } from '../remote/logout.ts';

interface Flags {
  readonly context?: string;
}

/** `enroutectl login`: a token of the context's identity provider. */
export const loginCommand: MakeCommand = (host, conclude) =>
  new Command('login')
    .summary('log in to an API')
    .description(
      'Gets a token of the context’s identity provider: by its client’s own secret, or by a person who enters a code in a ' +
        'browser. It is kept in tokens.json beside the file of contexts, which only its owner can read, and is refreshed.',
    )
    .addOption(contextOption())
    .action(async (flags: Flags) => conclude(await logIn(flags, host)));

/** `enroutectl token`: a token that is valid now. */
export const tokenCommand: MakeCommand = (host, conclude) =>
  new Command('token')
    .summary('print a token for an API')
    .description(
      'Prints a token that is valid now, refreshed if need be: for "Authorization: Bearer" of other programs.',
    )
    .addOption(contextOption())
    .action(async (flags: Flags) => conclude(await printToken(flags, host)));

/** `enroutectl logout`: no tokens any more. */
export const logoutCommand: MakeCommand = (host, conclude) =>
  new Command('logout')
    .summary('log out of an API')
    .description(
      'Forgets the tokens of the context, and has its identity provider revoke them, where it does so. If the provider cannot ' +
        'be told, they are forgotten all the same (exit code 4).',
    )
    .addOption(contextOption())
    .action(async (flags: Flags) => conclude(await logOut(flags, host)));

async function logIn(flags: Flags, host: Host): Promise<ExitCode> {
  const { context, client } = await oidcOf(flags, host);
  const { login } = await import('../remote/login.ts');
  await login(context, client, host);
  host.err(`logged in to ${context.name}\n`);
  return EXIT.success;
}

async function logOut(flags: Flags, host: Host): Promise<ExitCode> {
  const { context, client } = await oidcOf(flags, host);
  const { logout } = await import('../remote/logout.ts');
  host.err(`${LOGGED_OUT[await logout(context, client, host)](context, client)}\n`);
  return EXIT.success;
}

const LOGGED_OUT: Readonly<Record<LogoutResult, (context: Context, client: OidcClient) => string>> = {
  nobody: ({ name }) => `nobody is logged in to ${name}`,
  revoked: ({ name }) => `logged out of ${name}`,
  unrevoked: ({ name }, { issuer }) =>
    `logged out of ${name}; ${issuer} does not revoke such a token, which is valid until it expires`,
  untold: ({ name }) => `logged out of ${name}; its tokens were for another API, provider or client, which is not told`,
};

async function printToken(flags: Flags, host: Host): Promise<ExitCode> {
  const { context, client } = await oidcOf(flags, host);
  const { validToken } = await import('../remote/login.ts');
  host.out(`${await validToken(context, client, host)}\n`);
  return EXIT.success;
}

async function oidcOf(
  { context: named }: Flags,
  host: Host,
): Promise<{ readonly context: Context; readonly client: OidcClient }> {
  const context = await chooseContext(named, host);
  const client = context.authentication?.oidc;
  if (client) return { context, client };
  throw new Failure(`nobody logs in to ${context.name}: it has no identity provider`, {
    exit: EXIT.usage,
    help: '--issuer and --client-id of "enroutectl context set" name one',
  });
}
