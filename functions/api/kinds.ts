/** What the API calls the kinds of documents. */
import { KINDS } from '../../compiler/2-validate/kinds.ts';
import type { Kind } from '../../compiler/2-validate/model.ts';

/** `VirtualHosts`, `EnvoyPatches`. */
export const pluralOf = (kind: Kind): string => `${kind}${kind.endsWith('ch') ? 'es' : 's'}`;

/** `virtualhosts`, as Kubernetes writes them. */
export const resourceOf = (kind: Kind): string => pluralOf(kind).toLowerCase();

export { KINDS };

/** `a Route`, `an Upstream`. */
export const aKind = (kind: Kind): string => `${/^[AEIO]/.test(kind) || kind === 'Upstream' ? 'an' : 'a'} ${kind}`;
