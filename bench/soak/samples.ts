/** What is looked at now and then in a soak. */
import { number, table, type Column } from '../table.ts';
import { describeTrends, eachMinute } from './trend.ts';

export interface Sample {
  readonly minute: number;
  readonly heapMb: number;
  readonly rssMb: number;
  /** Memory of the relay that is killed again and again. */
  readonly otherMb: number;
  readonly faults: number;
  /** How often a client has changed over to another edition, refused one, or lost its stream. */
  readonly moves: number;
  readonly refusals: number;
  readonly endings: number;
  readonly gaps: number;
  readonly connected: number;
  readonly violations: number;
}

/** A table, and how memory has grown. */
export function describeSamples(samples: readonly Sample[]): string {
  return `${table(COLUMNS, eachMinute(samples))}

${describeTrends(samples)}`;
}

const COLUMNS: readonly Column<Sample>[] = [
  { title: 'minute', cell: ({ minute }) => number(minute) },
  { title: 'heap MB', cell: ({ heapMb }) => number(heapMb) },
  { title: 'memory MB', cell: ({ rssMb }) => number(rssMb) },
  { title: 'other MB', cell: ({ otherMb }) => number(otherMb) },
  { title: 'faults', cell: ({ faults }) => number(faults) },
  { title: 'editions taken', cell: ({ moves }) => number(moves) },
  { title: 'refused', cell: ({ refusals }) => number(refusals) },
  { title: 'streams lost', cell: ({ endings }) => number(endings) },
  { title: 'gaps', cell: ({ gaps }) => number(gaps) },
  { title: 'connected', cell: ({ connected }) => number(connected) },
  { title: 'violations', cell: ({ violations }) => number(violations) },
];
