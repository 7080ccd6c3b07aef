import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Megabytes that the young generation takes after a process has made much that lives for a while. */
function youngGenerationAfter(preparation: string): number {
  const script = `
    const { getHeapSpaceStatistics } = await import('node:v8');
    const { limitYoungGeneration } = await import('./relay/young-generation.ts');
    ${preparation}
    let kept = [];
    for (let round = 0; round < 200; round++) {
      kept = Array.from({ length: 20_000 }, (_, index) => ({ index, before: kept[index - 1] }));
    }
    const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    console.log(young.space_size / 2 ** 20);
  `;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

test('a limited young generation stays small', () => {
  const free = youngGenerationAfter('');
  const limited = youngGenerationAfter('limitYoungGeneration();');
  expect(limited).toBeLessThan(free / 2);
});
