/** A relay on a directory, as a process of its own that says where it listens: `server.js DIRECTORY`. */
import { createLog } from '../../relay/log.ts';
import { startRelay } from '../../relay/relay.ts';
import { limitYoungGeneration } from '../../relay/young-generation.ts';
import { openStore } from '../../store/open.ts';
import type { ServerAddresses } from './servers.ts';

// As `enroutectl relay` does.
limitYoungGeneration();
const [directory = ''] = process.argv.slice(2);
const relay = await startRelay({
  store: await openStore(directory),
  listen: '127.0.0.1:0',
  adminListen: '127.0.0.1:0',
  identifier: 'bench',
  // As busy with logging as it would be; nobody reads it.
  log: createLog({ write: () => {} }),
  closeGraceMs: 0,
});
const addresses: ServerAddresses = { ads: relay.adsAddress, admin: relay.adminAddress };
console.log(JSON.stringify(addresses));
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  console.log(process.memoryUsage().heapUsed);
});
process.once('SIGTERM', () => void relay.close());
