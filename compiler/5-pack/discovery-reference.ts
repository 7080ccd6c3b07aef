/** Where a relay finds the endpoints of an upstream, and what it needs to know to make a load assignment of them. */
import type { LocalityWeight } from '../2-validate/generated/types.ts';

export interface DiscoveryReference {
  /** The name of the load assignment, `namespace/name` of the Upstream. */
  readonly name: string;
  /** The provider's name and its own settings, as the Upstream gives them. */
  readonly source: { readonly type: DiscoveryType } & Readonly<Record<string, unknown>>;
  /** For how long the source must say that there is no endpoint before that is believed. Seconds. */
  readonly emptyAfterSeconds: number;
  /** Percent: what remains of the endpoints at least, or is not believed for as long. Absent: whatever is left is believed. */
  readonly keepAtLeast?: number;
  readonly assignment: AssignmentSettings;
}

export type DiscoveryType = 'kubernetes' | 'consul' | 'cloudMap' | 'file' | 'http' | 'pushed';

/** What is the same whichever the endpoints are. */
export interface AssignmentSettings {
  /** Health checks say the name of the endpoint that they check. */
  readonly checksHostnames: boolean;
  /** Percent. */
  readonly overprovisioningFactor: number;
  readonly weightedPriorityHealth?: boolean;
  readonly localityWeights?: readonly LocalityWeight[];
}
