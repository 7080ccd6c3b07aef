/** An API on a socket, with a workspace of its own, and a home for the file of contexts. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { serveApi, type ServeOptions } from '../../../functions/entry/node.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import type { Store } from '../../../store/store.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import type { Surroundings } from '../enroutectl.ts';

export interface World {
  readonly url: string;
  readonly store: Store;
  /** Where the file of contexts and that of tokens are. */
  readonly home: string;
  /** For commands that are to find them. */
  readonly surroundings: Surroundings;
}

export async function startWorld(options: Partial<ServeOptions> = {}): Promise<World> {
  const store = options.store ?? createMemoryStore();
  const api = await serveApi({ host: '127.0.0.1', port: 0, store, ...options });
  onTestFinished(() => api.close());
  const home = await temporaryFolder();
  return { url: api.url, store, home, surroundings: { env: { ENROUTE_CONFIG: join(home, 'contexts.yaml') } } };
}
