/**
 * Writes `compiler/xds/generated/` from the descriptors in Envoy's Go module.
 *
 *     npx tsx generate/xds/main.ts
 *
 * Needs the `go` command and, the first time, the network. Nothing else does: what is generated is committed.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { descriptorDigest } from './digest.ts';
import { composeFiles } from './files.ts';
import { descriptorsInGoModule } from './go-descriptors.ts';
import { fetchModules } from './modules.ts';
import { reachableFrom } from './reach.ts';
import { createRegistry, readDescriptors } from './registry.ts';
import { ROOTS } from './roots.ts';
import { unsupportedRules } from './supported-rules.ts';

const descriptors = readDescriptors(fetchModules().flatMap(descriptorsInGoModule));
const schema = reachableFrom(ROOTS, createRegistry(descriptors));
const unsupported = unsupportedRules(schema);
if (unsupported.length > 0) throw new Error(`rules that compiler/xds/rules does not know:\n${unsupported.join('\n')}`);
const { table, types } = await composeFiles(schema, descriptorDigest(schema, descriptors));

const folder = fileURLToPath(new URL('../../compiler/xds/generated/', import.meta.url));
writeFileSync(`${folder}table.ts`, table);
writeFileSync(`${folder}types.ts`, types);
console.log(`${schema.messages.length} messages and ${schema.enums.length} enums`);
