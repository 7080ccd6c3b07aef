/** What one run of the compile benchmark measures, in a process of its own. */
import type { Change } from '../documents.ts';
import type { Usage } from '../usage.ts';
import type { Stage } from './stages.ts';

export interface CompileMeasurement {
  readonly routes: number;
  /** xDS resources in the bundle, and the routes inside of them. */
  readonly resources: number;
  /** All chunks of the bundle. */
  readonly bytes: number;
  /** The first compile of a fresh process, without a memo of anything. */
  readonly full: Readonly<Record<Stage, Usage>>;
  readonly peakMemoryMb: number;
  /** Compiles after a change of one document each, the first of them first. */
  readonly changes: Readonly<Record<Change, readonly Usage[]>>;
}
