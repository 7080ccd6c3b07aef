import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { replay } from './transcript.ts';

const TRANSCRIPTS = new URL('../../../fixtures/rollouts/', import.meta.url);

describe('rollouts', () => {
  test.each(readdirSync(TRANSCRIPTS))('%s', async (file) => {
    const path = new URL(file, TRANSCRIPTS);
    await expect(replay(readFileSync(path, 'utf8'))).toMatchFileSnapshot(path.pathname);
  });
});
