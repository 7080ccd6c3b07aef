/** What a stretch of work costs this process. */

export interface Usage {
  /** CPU time of all threads, the garbage collector's and the optimizing compiler's included. Milliseconds. */
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** Does something, and tells what it gave and cost. */
export function measure<T>(work: () => T): { readonly value: T; readonly usage: Usage } {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const value = work();
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { value, usage: { cpuMs: (user + system) / 1000, wallMs } };
}

export const sum = (usages: readonly Usage[]): Usage => ({
  cpuMs: usages.reduce((total, { cpuMs }) => total + cpuMs, 0),
  wallMs: usages.reduce((total, { wallMs }) => total + wallMs, 0),
});

/** The most memory that the process has ever had in use, in megabytes. */
export const peakMemoryMb = (): number => process.resourceUsage().maxRSS / 1024;
