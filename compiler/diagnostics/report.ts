/** How stages report: they name a code, a place and the parameters of the code, and go on. */
import type { Code, Params } from './catalog.ts';
import type { Location } from './location.ts';

/** Reports one mistake. Unknown codes and missing parameters do not compile. */
export type Report = <C extends Code>(code: C, at: Location, params: Params<C>) => void;
