/** Secrets of contexts, which lie in the environment or in files. */
import { readNamedText } from '../../store/named-file.ts';
import { dirname, resolve } from 'node:path';
import type { ClientSecret } from '../../compiler/2-validate/generated/types.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure, reasonOf } from '../failure.ts';
import type { Host } from '../host.ts';
import { contextFile } from './context-file.ts';

/** @throws Failure if it is not there. */
export async function readSecret({ environment, file }: ClientSecret, host: Host): Promise<string> {
  if (file !== undefined) return readSecretFile(resolve(dirname(contextFile(host)), file));
  const value = environment === undefined ? undefined : host.env[environment];
  if (value === undefined || value === '')
    throw new Failure(`the variable ${environment ?? ''} is not set`, { exit: EXIT.usage });
  return value;
}

async function readSecretFile(path: string): Promise<string> {
  try {
    return (await readNamedText(path)).trim();
  } catch (error) {
    throw new Failure(reasonOf(error), { exit: EXIT.usage, cause: error });
  }
}
