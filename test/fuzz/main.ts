/**
 * Looks for documents that the compiler accepts and Envoy refuses: `npm run fuzz -- [options]`.
 *
 * Each set is shown to Envoy as one static configuration, and each twentieth comes from a relay as well.
 *
 *   --count N   how many sets of documents; 1,000 unless told otherwise, in some minutes
 *   --seed N    the first of them; a random number unless told otherwise
 *
 * Prints what it finds: the documents, the fewest changes to a fixture that are needed, and Envoy's words. Exits with 1 if
 * there is anything. Each find is to become a fixture, and a diagnostic or a correction.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { findEnvoy } from '../../cli/local/envoy.ts';
import { documentSet, edited, filesOf, type DocumentSet, type Edit } from './document-sets.ts';
import { createJudge, isBeyondUs } from './judge.ts';
import { acceptOverAds, bundlesAtFreePorts } from './over-ads.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, seed: { type: 'string' } },
});
const count = Number(values.count);
const first = Number(values.seed ?? Math.floor(Math.random() * 1e9));
console.log(`${count} sets of documents, from seed ${first}`);

const binary = await findEnvoy();
const { judge } = await createJudge(binary);
/** Of so many sets one is given to Envoy by a relay too. */
const RELAYED = 20;
const found = new Set<string>();
let edits = 0;
let next = first;

async function work(): Promise<void> {
  while (next < first + count) {
    const seed = next++;
    const set = documentSet(seed);
    edits += set.edits.length;
    for (const { diagnostic, edits: led } of set.vague) report(seed, diagnostic.message, led.slice(-1), set.base);
    const refusal = await judge(set);
    if (refusal) report(seed, refusal.words, refusal.edits, set.base);
    if (seed % RELAYED === 0) await relay(seed, set);
  }
}

async function relay(seed: number, { base, edits: all }: DocumentSet): Promise<void> {
  for (const bundle of bundlesAtFreePorts(filesOf(base, all))) {
    await acceptOverAds(binary, bundle).catch((error: unknown) => {
      if (!isBeyondUs(String(error))) report(seed, String(error), all, base);
    });
  }
}

/** Finds that differ in numbers and names alone are mostly the same one. */
function report(seed: number, words: string, led: readonly Edit[], base: readonly unknown[]): void {
  const kind = words.replaceAll(/"[^"]*"|\d+/g, '_').slice(-300);
  if (found.has(kind)) return;
  found.add(kind);
  const changed = led.map(({ document, pointer, value }) => {
    const { kind: name } = edited(base, [])[document] as { kind: string };
    return `  ${name} ${pointer}: ${JSON.stringify(value)}`;
  });
  console.log(`\nseed ${seed}\n${changed.join('\n')}\n${words}`);
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(`\n${count} sets with ${edits} changes; ${found.size} kinds of finds`);
process.exitCode = found.size > 0 ? 1 : 0;
