/** Tells a person at a terminal that something takes its time. */
import { printable } from '../compiler/diagnostics/render/printable.ts';
import type { Host } from './host.ts';

/** What is done sooner needs no words, in milliseconds. */
const PATIENCE_MS = 700;

/** Does some work; if it takes long, says what it is and for how long, until it ends. */
export async function during<T>(host: Host, words: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now();
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - begun) / 1000);
    host.status(printable(`${words} … ${seconds} s`));
  }, PATIENCE_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    host.status(undefined);
  }
}
