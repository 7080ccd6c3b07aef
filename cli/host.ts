/** What a command sees of the world, so that every command can be run in a test without a process. */
export interface Host {
  /** Relative paths on the command line are relative to it. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The whole of standard input, as UTF-8. */
  readonly readInput: () => Promise<string>;
  /** One line from the person at the terminal; nothing when nobody can answer. */
  readonly ask: (question: string) => Promise<string | undefined>;
  /** Writes to standard output: what the command was asked for. */
  readonly out: (text: string) => void;
  /** Writes to standard error: everything else. */
  readonly err: (text: string) => void;
  /** One line about what is being waited for, in place of the one before; nothing: it goes. Only a person at a terminal sees it. */
  readonly status: (line: string | undefined) => void;
  /** Whether output may be coloured, each stream by itself. */
  readonly colour: { readonly out: Colour; readonly err: Colour };
  /** Aborted when the person or the system wants the command to end. */
  readonly interrupted: AbortSignal;
}

export type Colour = 'always' | 'never';
