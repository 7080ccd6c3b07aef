/**
 * For `--import`: the clock of the process is ahead by as many milliseconds as the file in $CLOCK_FILE says, and jumps
 * when that changes. Timers go on as they are, as on a machine whose clock is set.
 */
import { readFileSync } from 'node:fs';

const file = process.env['CLOCK_FILE'] ?? '';
const RealDate = Date;
let ahead = 0;

const read = (): void => {
  ahead = Number(readFileSync(file, 'utf8'));
};
read();
setInterval(read, 20).unref();

const now = (): number => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now()] : args),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
