import { Command } from 'commander';
import { collectGarbage, type CollectResult } from '../../store/index.ts';
import { openBucket, storeOption } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { wholeNumber } from '../numbers.ts';
import { count, outputOption, size, writeData, writeLines, type OutputFormat } from '../output.ts';

interface Flags {
  readonly output: OutputFormat;
  readonly store?: string;
  readonly keep: number;
  readonly keepCommits: number;
  readonly graceMinutes: number;
}

/** `enroutectl prune`: what nobody needs leaves the bucket. */
export const prune: MakeCommand = (host, conclude) =>
  new Command('prune')
    .summary('remove old revisions and what only they need')
    .description(
      'Removes from a bucket all revisions but the newest of each gateway and those that its rollout may go back to, every ' +
        'object that none of those needs, and reports of relays that are gone. Publishers and relays may go on meanwhile.',
    )
    .addOption(storeOption())
    .option('--keep <number>', 'how many revisions of each gateway to keep', wholeNumber, 50)
    .option('--keep-commits <number>', 'how many commits of documents of each workspace to keep', wholeNumber, 1000)
    .option('--grace-minutes <number>', 'leave younger objects: they may be part of a publication', wholeNumber, 60)
    .addOption(outputOption())
    .addHelpText('after', HELP)
    .action(async (flags: Flags) => conclude(await run(flags, host)));

const HELP = `
With --output json:
  { "status": "collected" | "interrupted" | "busy", "removed"?: { "objects", "bytes" }, "kept"?: { "objects", "bytes" } }

Exits with 3 if somebody else is doing the same.`;

async function run({ output, store: url, keep, keepCommits, graceMinutes }: Flags, host: Host): Promise<ExitCode> {
  const store = await openBucket(url, host);
  const result = await collectGarbage(store, { keep, keepCommits, graceMs: graceMinutes * 60_000, now: Date.now() });
  if (output !== 'text') writeData(host, result, output);
  else writeLines(host, [sentence(result)]);
  return result.status === 'busy' ? EXIT.conflict : EXIT.success;
}

function sentence(result: CollectResult): string {
  if (result.status === 'busy') return 'somebody else is pruning this bucket; nothing was removed';
  const removed = `removed ${count(result.removed.objects, 'object')} (${size(result.removed.bytes)})`;
  if (result.status === 'interrupted') return `${removed}; the rest is left, since this took too long`;
  return `${removed}, kept ${count(result.kept.objects, 'object')} (${size(result.kept.bytes)})`;
}
