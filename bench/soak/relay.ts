/** A relay on a bucket that fails now and then: `relay.js DIRECTORY CACHE CALM SEED NAME`. Answers SIGUSR2 with its heap. */
import { createLog } from '../../relay/log.ts';
import { startRelay } from '../../relay/relay.ts';
import { limitYoungGeneration } from '../../relay/young-generation.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import type { ServerAddresses } from '../relay/servers.ts';
import { faultyStore } from './faulty-store.ts';

limitYoungGeneration();
const [directory = '', cacheFolder = '', calm = '', seed = '', identifier = ''] = process.argv.slice(2);
const relay = await startRelay({
  store: faultyStore(createDirectoryStore(directory), Number(seed), calm),
  cacheFolder,
  identifier,
  listen: '127.0.0.1:0',
  adminListen: '127.0.0.1:0',
  pollIntervalMs: 500,
  startDeadlineMs: 1_000,
  bucketTimeoutMs: 5_000,
  fleetReport: 2_000,
  closeGraceMs: 0,
  log: createLog({ write: () => {} }),
});
const addresses: ServerAddresses = { ads: relay.adsAddress, admin: relay.adminAddress };
console.log(JSON.stringify(addresses));
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  console.log(JSON.stringify({ heapUsed, rss }));
});
