/**
 * One behaviour of the protocol in each file of fixtures/sessions. `vitest -u` writes the responses anew: commit them
 * only if you know why they changed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { replay } from './session/transcript.ts';

const FOLDER = new URL('../../fixtures/sessions/', import.meta.url).pathname;
const files = readdirSync(FOLDER);

describe('transcripts of sessions', () => {
  test.each(files)('%s', async (file) => {
    const transcript = readFileSync(FOLDER + file, 'utf8');
    await expect(replay(transcript)).toMatchFileSnapshot(FOLDER + file);
  });

  test('each begins with the rule that it shows', () => {
    const without = files.filter((file) => !readFileSync(FOLDER + file, 'utf8').startsWith('# '));
    expect(without).toEqual([]);
  });
});
