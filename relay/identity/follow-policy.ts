/** A node policy that is read again while the relay runs. A file that cannot be used is told, and the last policy stays. */
import { readNamedText } from '../../store/named-file.ts';
import { followFile } from '../follow-file.ts';
import { parsePolicy } from './policy-file.ts';
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
  const text = await readNamedText(file);
  let current = parsePolicy(text, file);
  report({ kind: 'policy-loaded', rules: current.rules.length });
  const followed = followFile(file, text, {
    refreshMs,
    changed(next) {
      const policy = parsePolicy(next, file);
      if (JSON.stringify(policy) === JSON.stringify(current)) return;
      current = policy;
      report({ kind: 'policy-loaded', rules: policy.rules.length });
      changed(policy);
    },
    failed: (message) => report({ kind: 'policy-failed', message }),
  });
  return { current: () => current, close: followed.close };
}
