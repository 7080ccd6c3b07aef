/** SHA-256 digests by which the generated files say what they were made from. */
import { createHash } from 'node:crypto';
import type { DescriptorFile } from './registry.ts';
import type { Schema } from './schema.ts';

/** Over the serialized descriptors of the files that the schema's types stand in, in name order. */
export function descriptorDigest({ messages, enums }: Schema, files: ReadonlyMap<string, DescriptorFile>): string {
  const names = new Set([...messages, ...enums].map(({ file }) => file));
  const hash = createHash('sha256');
  for (const name of [...names].sort()) hash.update(files.get(name)?.bytes ?? new Uint8Array());
  return hash.digest('hex');
}

export const textDigest = (text: string): string => createHash('sha256').update(text).digest('hex');
