/** A node policy that is read again while the relay runs. A file that cannot be used is told, and the last policy stays. */
import { readPolicyFile } from './policy-file.ts';
import type { NodePolicy } from './policy.ts';

export type PolicyEvent =
  | { readonly kind: 'policy-loaded'; readonly rules: number }
  | { readonly kind: 'policy-failed'; readonly message: string };

export interface FollowOptions {
  /** Hears of each policy that is another than the one before. */
  readonly changed: (policy: NodePolicy) => void;
  /** A failure that repeats is reported once. */
  readonly report: (event: PolicyEvent) => void;
  readonly refreshMs: number;
}

export interface FollowedPolicy {
  current(): NodePolicy;
  close(): void;
}

/** @throws Error if the file cannot be used at the start. */
export async function followPolicy(
  file: string,
  { changed, report, refreshMs }: FollowOptions,
): Promise<FollowedPolicy> {
  let current = await readPolicyFile(file);
  report({ kind: 'policy-loaded', rules: current.rules.length });
  let failure: string | undefined;
  const refresh = async (): Promise<void> => {
    try {
      const next = await readPolicyFile(file);
      failure = undefined;
      if (JSON.stringify(next) === JSON.stringify(current)) return;
      current = next;
      report({ kind: 'policy-loaded', rules: next.rules.length });
      changed(next);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== failure) report({ kind: 'policy-failed', message });
      failure = message;
    }
  };
  const timer = setInterval(() => void refresh(), refreshMs).unref();
  return { current: () => current, close: () => clearInterval(timer) };
}
