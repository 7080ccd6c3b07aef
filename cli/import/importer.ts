/** What an importer needs on the command line. */
import type { Command, OptionValues } from 'commander';
import type { Adaptation, AdaptOptions } from '../../compiler/adapt/index.ts';
import type { SourceFile } from '../../compiler/index.ts';

/** One subcommand of `enroutectl import`. The options that all have are added to it. */
export interface Importer {
  readonly name: string;
  /** For the list of subcommands. */
  readonly summary: string;
  readonly description: string;
  /** What stands below the options in its help. */
  readonly help?: string;
  /** Adds options that only this importer has. */
  readonly configure?: (command: Command) => void;
  /**
   * @param flags as Commander gives them, those of `configure` among them
   * @throws Failure for flags that make no sense
   */
  readonly run: (files: readonly SourceFile[], options: AdaptOptions, flags: OptionValues) => Adaptation;
}
