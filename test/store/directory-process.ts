/**
 * A process of its own for the tests of the directory store. Arguments: what to do, the directory, a number.
 *
 *   count  adds one to the object "counter" so many times, by compare and swap
 *   hold   takes the lock, says "held", and never lets it go
 */
import { join } from 'node:path';
import { createDirectoryStore } from '../../store/directory.ts';
import { createLock } from '../../store/directory/lock.ts';
import { increment } from './objects.ts';

const [, , what, directory = '', times = '0'] = process.argv;

if (what === 'count') {
  const store = createDirectoryStore(directory);
  for (let count = 0; count < Number(times); count++) await increment(store, 'counter');
} else {
  await createLock(join(directory, '.lock'))(async () => {
    process.stdout.write('held\n');
    await new Promise((resolve) => setTimeout(resolve, 600_000));
  });
}
