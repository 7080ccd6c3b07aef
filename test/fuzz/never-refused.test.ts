/** Envoy accepts what compiles: a few sets of documents, the same every time. `npm run fuzz` tries thousands. */
import { beforeAll, describe, expect, test } from 'vitest';
import { useEnvoy } from '../servers/envoy.ts';
import { documentSet, filesOf } from './document-sets.ts';
import { createJudge, type Judge } from './judge.ts';
import { acceptOverAds, bundlesAtFreePorts } from './over-ads.ts';

const SEED = 2026;
const SETS = 120;
const SETS_OVER_ADS = 12;

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => SEED + place);

describe('Envoy', () => {
  const { binary } = useEnvoy();
  let court: Judge;
  beforeAll(async () => {
    court = await createJudge(binary());
  });

  // A refusal is found by whoever changes the compiler, and by nobody else.
  test('accepts what compiles, and is foreseen where it would not', { timeout: 300_000 }, async () => {
    let changes = 0;
    for (const seed of seeds(SETS)) {
      const set = documentSet(seed);
      changes += set.edits.length;
      expect({ seed, vague: set.vague }).toEqual({ seed, vague: [] });
      expect({ seed, refusal: await court.judge(set) }).toEqual({ seed, refusal: undefined });
    }
    expect(changes).toBeGreaterThan(3 * SETS);
  });

  test('accepts it from a relay', { timeout: 300_000 }, async () => {
    let accepted = 0;
    for (let seed = SEED; accepted < SETS_OVER_ADS; seed += 1) {
      const { base, edits } = documentSet(seed);
      for (const bundle of bundlesAtFreePorts(filesOf(base, edits))) {
        await acceptOverAds(binary(), bundle);
        accepted += 1;
      }
    }
  });
});
