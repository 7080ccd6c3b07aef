/** Schemas → validators as plain code: ajv at build time, no `eval` and no `require` at run time. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { ROOT, type Schemas } from './load.ts';
import { OWN_KEYWORDS, TAKEN_KEYWORDS } from './schema.ts';

const HEADER = `// Validators, one a definition. Generated from schemas/ by \`npm run generate\`. Do not edit.\n`;

export async function generateValidators({ definitions }: Schemas, names: readonly string[]): Promise<string> {
  // Formats are checked by our own stage, which can say more than yes or no.
  const ajv = new Ajv2020({
    allErrors: true,
    discriminator: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    validateFormats: false,
    verbose: false,
    code: { source: true, esm: true, lines: true },
  });
  for (const keyword of TAKEN_KEYWORDS) ajv.removeKeyword(keyword);
  for (const keyword of [...OWN_KEYWORDS, ...TAKEN_KEYWORDS]) ajv.addKeyword(keyword);
  ajv.addSchema({ $id: 'enroute', $defs: definitions });
  const source = moduleCode(ajv, Object.fromEntries(names.map((name) => [name, `enroute#/$defs/${name}`])));
  const bundled = await build({
    stdin: { contents: source, resolveDir: ROOT, loader: 'js' },
    absWorkingDir: ROOT,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    write: false,
    target: 'es2022',
    minifySyntax: true,
    legalComments: 'none',
  });
  return HEADER + withoutFolders(bundled.outputFiles[0]?.text ?? '');
}

/** Where the modules lie on this machine is no part of the code. */
const withoutFolders = (code: string): string => code.replaceAll(/(\/\/ |")[^"\s]*node_modules\//g, '$1node_modules/');

export const generateValidatorTypes = (names: readonly string[]): string => `${HEADER}
import type { ErrorObject } from 'ajv';

export interface Validator {
  (value: unknown): boolean;
  errors?: ErrorObject[] | null;
}
${names.map((name) => `export declare const ${name}: Validator;`).join('\n')}
`;

// ajv's standalone entry is CommonJS whose default export is the function, or an object that holds it, by loader.
const moduleCode = 'default' in standalone ? (standalone.default as unknown as typeof standalone.default) : standalone;
