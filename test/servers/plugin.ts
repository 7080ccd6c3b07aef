/** A WebAssembly module to run in Envoy. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import createWabt from 'wabt';

export interface Plugin {
  readonly bytes: Buffer;
  readonly base64: string;
  /** In lower-case hexadecimal. */
  readonly sha256: string;
}

/** Assembles plugin.wat, which says what it does. */
export async function assemblePlugin(): Promise<Plugin> {
  const wabt = await createWabt();
  const source = await readFile(new URL('plugin.wat', import.meta.url), 'utf8');
  const bytes = Buffer.from(wabt.parseWat('plugin.wat', source).toBinary({}).buffer);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, base64: bytes.toString('base64'), sha256 };
}
