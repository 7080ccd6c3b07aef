import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { isName } from '../../store/workspace/document.ts';
import { gatewaysIn, openBucket } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { wantedAt, type GivenOptions, type Wanted } from '../completion/wanted.ts';
import { EXIT } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { writeLines } from '../output.ts';
import { connect, meansApi, type ConnectionFlags } from '../remote/connection.ts';
import { loadContexts } from '../remote/context-file.ts';
import { gatewaysOf } from '../remote/gateways.ts';
import { namesOf } from '../remote/suggestions.ts';

/** What shells call to complete what only a bucket or an API knows; no person does. */
export const complete: MakeCommand = (host, conclude) => {
  const command = new Command('__complete').argument('[words...]').helpOption(false);
  return command.action(async (words: readonly string[]) => {
    const { wanted, given } = wantedAt(words, command.parent ?? command);
    const current = words.at(-1) ?? '';
    // Shells expand what stands in words: nothing but a name may.
    const isOffered = (word: string): boolean => word.startsWith(current) && word.split('/').every(isName);
    writeLines(host, (await soon(candidates(wanted, given, host))).filter(isOffered));
    conclude(EXIT.success);
  });
};

/** Who waits for a word to be completed does not wait for long. */
const PATIENCE_MS = 3_000;

/** What cannot be found out is not completed: between the words of a command line there is no place for a failure. */
const soon = (work: Promise<readonly string[]>): Promise<readonly string[]> =>
  Promise.race([work, sleep(PATIENCE_MS, [], { ref: false })]).catch((): readonly string[] => []);

async function candidates(wanted: Wanted, given: GivenOptions, host: Host): Promise<readonly string[]> {
  switch (wanted.what) {
    case 'words':
      return wanted.words;
    case 'contexts':
      return (await loadContexts(host)).contexts.map(({ name }) => name);
    case 'gateways':
      return (await gateways(flagsOf(given), host)).map((name) => name.replace(/^default\//, ''));
    case 'documents':
      return namesOf(await connect(flagsOf(given), host), wanted.kind, given.get('namespace') ?? 'default');
  }
}

async function gateways(flags: ConnectionFlags, host: Host): Promise<readonly string[]> {
  if (await meansApi(flags, host)) return gatewaysOf(await connect(flags, host));
  return gatewaysIn(await openBucket(flags.store, host));
}

function flagsOf(given: GivenOptions): ConnectionFlags {
  const [context, server, store] = [given.get('context'), given.get('server'), given.get('store')];
  return {
    ...(context !== undefined && { context }),
    ...(server !== undefined && { server }),
    ...(store !== undefined && { store }),
  };
}
