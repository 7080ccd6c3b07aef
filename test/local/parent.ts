/**
 * A parent process for process.test.ts. It starts a group that ignores SIGTERM, prints the group's id, and then
 * ends in the way that its argument names.
 */
import { startProcess } from '../../cli/local/process.ts';

const STUBBORN = `trap '' TERM; sleep 1000 & sleep 1000`;

const { pid, stop } = await startProcess({ command: 'sh', args: ['-c', STUBBORN], graceMs: 100 });
process.stdout.write(`${pid}\n`);

switch (process.argv[2]) {
  case 'exit':
    process.exit(0);
  case 'throw':
    throw new Error('on purpose');
  case 'stop':
    await stop();
    break;
  case 'wait':
    await new Promise(() => setInterval(() => {}, 1000));
}
