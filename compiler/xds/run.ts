/** What one walk through a message carries along: where it is, what it has written, and what it has found wrong. */
import type { Memo } from './memo.ts';
import type { Problem } from './rules/check.ts';
import { Writer } from './wire/writer.ts';

/** Something in a message that Envoy would refuse, or that is no such message at all. */
export interface Violation {
  /** Where, in proto field names: `virtual_hosts[0].routes[2].match.prefix`, `metadata.filter_metadata["a b"]`. */
  readonly path: string;
  /**
   * Which rule: `string.min_len` and the like from Envoy's API, `required`, `oneof`, `deprecated`, or, if the
   * structure is wrong, `type` and `unknown-field`.
   */
  readonly rule: string;
  /** The end of a sentence that begins with the path: `must not be empty`. */
  readonly message: string;
}

export interface Run {
  readonly writer: Writer;
  /** Field names, list indices and map keys from the root to here. */
  readonly path: (string | number | MapKey)[];
  readonly violations: Violation[];
  /** Whether rules are checked besides structure; off inside messages that a `skip` rule exempts. */
  checksRules: boolean;
  readonly memo: Memo | undefined;
}

/** Told apart from a field name, since any string may be a key. */
export interface MapKey {
  readonly key: string;
}

export const startRun = (checksRules: boolean, memo: Memo | undefined): Run => ({
  writer: new Writer(),
  path: [],
  violations: [],
  checksRules,
  memo,
});

/** Notes a problem with the value where the run is, or with a field of it. */
export function report(run: Run, { rule, message }: Problem, at?: string): void {
  run.violations.push({ path: pathText(at === undefined ? run.path : [...run.path, at]), rule, message });
}

function pathText(path: Run['path']): string {
  const steps = path.map((step) => {
    if (typeof step === 'string') return `.${step}`;
    return typeof step === 'number' ? `[${step}]` : `[${JSON.stringify(step.key)}]`;
  });
  return steps.join('').replace(/^\./, '');
}
