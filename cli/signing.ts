/** The keys that a command line names. Private keys are read from files or the environment, and never shown. */
import { readNamedText } from '../store/named-file.ts';
import { resolve } from 'node:path';
import { Option } from 'commander';
import {
  isSigned,
  KeyError,
  readSignKey,
  readVerifyKeys,
  type Pointer,
  type Release,
  type SignKey,
  type VerifyKey,
} from '../store/index.ts';
import { EXIT } from './exit-codes.ts';
import { Failure, reasonOf } from './failure.ts';
import type { Host } from './host.ts';

/** Holds a private key itself, as services for secrets put it into the environment of a build. */
const SIGN_KEY_VARIABLE = 'ENROUTE_SIGN_KEY';

/** `--sign-key FILE...`. */
export const signKeyOption = (): Option =>
  new Option(
    '--sign-key <file...>',
    `private keys to sign with, PEM (default: the key in $${SIGN_KEY_VARIABLE}, if set)`,
  );

/** `--verify-key FILE...`, of commands that sign. */
export const verifyKeyOption = (): Option =>
  new Option(
    '--verify-key <file...>',
    'public keys of before: what they have signed, and Envoys may be put back on, is signed with --sign-key too',
  );

/** `--allow-unsigned`. */
export const allowUnsignedOption = (): Option =>
  new Option(
    '--allow-unsigned',
    'go on without a key though the head is signed; relays with public keys will refuse it',
  );

/**
 * The keys to sign with; none if none is named.
 * @throws Failure if one cannot be read or used.
 */
export async function signKeysOf(files: readonly string[] | undefined, host: Host): Promise<readonly SignKey[]> {
  if (files) return Promise.all(files.map((file) => fromFile(file, host, readSignKey)));
  const pem = host.env[SIGN_KEY_VARIABLE];
  return pem === undefined || pem === '' ? [] : [await usable(`$${SIGN_KEY_VARIABLE}`, readSignKey(pem))];
}

/** @throws Failure if one cannot be read or used. */
export async function verifyKeysOf(files: readonly string[] = [], host: Host): Promise<readonly VerifyKey[]> {
  return (await Promise.all(files.map((file) => fromFile(file, host, readVerifyKeys)))).flat();
}

/** @throws Failure if a head is signed, and there is nothing to sign what follows it with. */
export function refuseUnsigned(heads: readonly Pointer[], signKeys: readonly SignKey[]): void {
  const signed = signKeys.length === 0 ? heads.find(isSigned) : undefined;
  if (!signed) return;
  throw new Failure(`the head of ${signed.gateway} is signed, and there is no key to sign with`, {
    exit: EXIT.usage,
    help: `say --sign-key, or set ${SIGN_KEY_VARIABLE}; nothing was changed`,
  });
}

/** What to tell of releases that nodes may be put back on, if relays could refuse them; nothing, if there are none. */
export function unvouchedLines(unvouched: readonly Pick<Release, 'number'>[] = []): readonly string[] {
  if (unvouched.length === 0) return [];
  const numbers = unvouched.map(({ number }) => number).sort((a, b) => a - b);
  const what = `${numbers.length === 1 ? 'revision' : 'revisions'} ${numbers.join(' and ')}`;
  return [
    `  warning: Envoys may be put back on ${what}, which --sign-key has not signed and no given key vouches for`,
    '  help: say so again with the public key of who signed it (--verify-key); until then, relays need that key',
  ];
}

async function fromFile<T>(file: string, { cwd }: Host, read: (pem: string) => Promise<T>): Promise<T> {
  let pem: string;
  try {
    pem = await readNamedText(resolve(cwd, file));
  } catch (error) {
    throw new Failure(reasonOf(error), { exit: EXIT.usage, cause: error });
  }
  return usable(file, read(pem));
}

async function usable<T>(where: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new Failure(`${where}: ${error.message}`, {
      exit: EXIT.usage,
      help: '"enroutectl keygen NAME" makes a pair of keys',
      cause: error,
    });
  }
}
