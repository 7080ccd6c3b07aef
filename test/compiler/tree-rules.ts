/** Rules by which a host's routes become what is wanted, however many they are. */
import type { TreeRule } from '../../compiler/4-lower/route/route-tree.ts';

export const ALWAYS_LIST: TreeRule = { fewestRoutes: Infinity, mostCopies: 0, longestShare: 0 };
export const ALWAYS_TREE: TreeRule = { fewestRoutes: 0, mostCopies: Infinity, longestShare: 1 };
