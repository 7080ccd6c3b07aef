/** Notices that a configuration has lost most of what it had, as happens when a file was read while it was written. */
import type { Manifest, Section } from '../compiler/index.ts';
import { TypeUrl } from '../compiler/xds/index.ts';

export interface Loss {
  /** Bytes of everything but listeners. */
  readonly before: number;
  readonly after: number;
}

/** The share of what was there that has to be left. */
const LEAST_LEFT = 0.5;

/**
 * What was lost, if less than half is left. Routes lie in one resource, so resources are not counted but weighed; a listener
 * is large whatever is behind it, and is left out.
 */
export function lossBetween(before: Manifest, after: Manifest): Loss | undefined {
  const loss = { before: weightOf(before), after: weightOf(after) };
  return loss.after < loss.before * LEAST_LEFT ? loss : undefined;
}

const weightOf = ({ sections }: Manifest): number =>
  sections.filter(({ typeUrl }) => typeUrl !== TypeUrl.listener).reduce((sum, section) => sum + bytesOf(section), 0);

const bytesOf = ({ blocks }: Section): number => blocks.reduce((sum, { bytes }) => sum + bytes, 0);
