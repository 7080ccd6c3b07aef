/** Envoy's API as the Envoy binary itself embeds it: the judge of our table and our codec. */
import { readFileSync } from 'node:fs';
import type { FileRegistry } from '@bufbuild/protobuf';
import { findEnvoy } from '../../cli/local/envoy.ts';
import { descriptorsInBinary } from '../../generate/xds/envoy-descriptors.ts';
import { createRegistry, readDescriptors } from '../../generate/xds/registry.ts';

/** For hooks that read it: Envoy may have to be downloaded first. */
export const ENVOY_API_TIMEOUT_MS = 300_000;

/** A protobuf-es registry of every message that Envoy can read. */
export async function readEnvoyApi(): Promise<FileRegistry> {
  const binary = await findEnvoy({ report: (line) => process.stderr.write(`${line}\n`) });
  return createRegistry(readDescriptors(descriptorsInBinary(readFileSync(binary))));
}
