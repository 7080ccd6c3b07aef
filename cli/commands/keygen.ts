import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { generateKeyPair } from '../../store/index.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure, failedWith, reasonOf } from '../failure.ts';
import type { Host } from '../host.ts';
import { outputOption, writeData, writeLines, type OutputFormat } from '../output.ts';

/** `enroutectl keygen`: a pair of keys to sign with and to verify by. */
export const keygen: MakeCommand = (host, conclude) =>
  new Command('keygen')
    .summary('make a pair of keys to sign what is published')
    .description(
      'Makes an Ed25519 key pair: NAME.key is the private key for "publish --sign-key", which only its owner may read, and ' +
        'NAME.pub the public key for "relay --verify-key". Overwrites nothing.',
    )
    .argument('<name>', 'where to write, without the extension')
    .addOption(outputOption())
    .addHelpText('after', HELP)
    .action(async (name: string, { output }: { output: OutputFormat }) => conclude(await run(name, output, host)));

const HELP = `
With --output json: { "id", "privateKey": its file, "publicKey": its file }

"openssl genpkey -algorithm ed25519" and "openssl pkey -pubout" make the same.`;

async function run(name: string, output: OutputFormat, host: Host): Promise<ExitCode> {
  const { privatePem, publicPem, id } = await generateKeyPair();
  const [privateKey, publicKey] = [`${name}.key`, `${name}.pub`];
  await writeNew(privateKey, privatePem, 0o600, host);
  await writeNew(publicKey, publicPem, 0o644, host);
  if (output !== 'text') writeData(host, { id, privateKey, publicKey }, output);
  else writeLines(host, [`key ${id}: private in ${privateKey}, which is to stay secret; public in ${publicKey}`]);
  return EXIT.success;
}

async function writeNew(file: string, pem: string, mode: number, { cwd }: Host): Promise<void> {
  try {
    await writeFile(resolve(cwd, file), pem, { mode, flag: 'wx' });
  } catch (error) {
    const reason = failedWith(error, 'EEXIST') ? 'it is there already, and is not overwritten' : reasonOf(error);
    throw new Failure(`${file}: ${reason}`, { exit: EXIT.usage, cause: error });
  }
}
