/**
 * Writes everything that is generated from schemas/ and the catalog of diagnostics: `npm run generate`.
 * `test/generated.test.ts` compares the same texts with the files.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generate } from './generate.ts';
import { ROOT } from './schemas/load.ts';

for (const [path, text] of await generate()) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
}
