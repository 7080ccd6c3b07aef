/** The exit codes of enroutectl: one table, shown by `--help` and kept by every command. */

export const EXIT = {
  success: 0,
  negative: 1,
  usage: 2,
  conflict: 3,
  unreachable: 4,
  unconfirmed: 5,
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What each code means, in words. */
export const EXIT_CODES: readonly { readonly code: ExitCode; readonly meaning: string }[] = [
  { code: EXIT.success, meaning: 'done; nothing is wrong and nothing differs' },
  {
    code: EXIT.negative,
    meaning: 'the documents have errors, things differ, an Envoy rejects or lacks the bundle, or a rollout stops',
  },
  {
    code: EXIT.usage,
    meaning: 'the command line is wrong, or what it names (a file, a port) is not there or not to be had',
  },
  {
    code: EXIT.conflict,
    meaning: 'somebody else has published or changed the same meanwhile; nothing of theirs was overwritten',
  },
  { code: EXIT.unreachable, meaning: 'a bucket, an API, a relay or an Envoy cannot be reached, refuses, or has ended' },
  {
    code: EXIT.unconfirmed,
    meaning: 'it needs a confirmation that was not given: --yes, --allow-empty, --overwrite, or approval',
  },
  { code: EXIT.bug, meaning: 'enroutectl itself has failed' },
];

/** The table as it stands under `enroutectl --help`. */
export const exitCodeTable = (): string =>
  ['Exit codes:', ...EXIT_CODES.map(({ code, meaning }) => `  ${String(code).padEnd(3)} ${meaning}`)].join('\n');
