/** What another process uses, as Linux tells it. Source: proc(5) */
import { readFile } from 'node:fs/promises';

/** CPU time of all its threads so far, in milliseconds. */
export async function cpuMsOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  // Its name, which may have spaces in it, ends at the last parenthesis.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[USER]) + Number(fields[SYSTEM])) * 1_000) / TICKS_PER_SECOND;
}

const [USER, SYSTEM] = [11, 12];
const TICKS_PER_SECOND = 100;

/** The memory that it has in use. */
export async function memoryMbOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1]) / 1_000;
}
