/** Tells a person at a terminal what takes its time. */
import { printable } from '../compiler/diagnostics/render/printable.ts';
import type { Host } from './host.ts';

/** How often the time is told, in milliseconds. */
const PERIOD_MS = 700;

/** Does some work and says what it is, until it ends; if it takes long, for how long it has. */
export async function during<T>(host: Host, words: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now();
  // At once, since what follows may be a computation in this process, which lets no timer pass.
  host.status(printable(`${words} …`));
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - begun) / 1000);
    host.status(printable(`${words} … ${seconds} s`));
  }, PERIOD_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    host.status(undefined);
  }
}
