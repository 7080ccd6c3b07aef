/** Runs a relay as a process, until SIGTERM: `run-relay.ts BUCKET CACHE_FOLDER`. */
import { startRelay } from '../../relay/relay.ts';
import { createLog } from '../../relay/log.ts';
import { openStore } from '../../store/open.ts';

const [bucket = '', cacheFolder = ''] = process.argv.slice(2);
const starting = startRelay({
  store: await openStore(bucket),
  cacheFolder,
  gateways: ['default/edge'],
  listen: '127.0.0.1:0',
  adminListen: '127.0.0.1:0',
  closeGraceMs: 0,
  log: createLog({ level: 'debug' }),
});
process.once('SIGTERM', () => void starting.then((relay) => relay.close()));
await starting;
