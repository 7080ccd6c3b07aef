/** Lists of endpoints as files, HTTP servers and the bucket have them. */
import { readEndpoints } from '../../compiler/discovered.ts';
import { describeMistakes } from '../../compiler/settings.ts';
import { failed, type Answer } from './provider.ts';

/** @param path where the text is from, for people */
export function readAnswer(path: string, text: string): Answer {
  const { value, diagnostics } = readEndpoints({ path, text });
  if (value) return { status: 'found', ...value };
  const [first = '', ...others] = describeMistakes(diagnostics).split('\n');
  return failed('invalid', others.length === 0 ? first : `${first} (and ${others.length} more)`);
}
