/** What people call the types of resources. */
import { TypeUrl } from '../xds/index.ts';

/** The short name of a resource type; the type URL where there is none. */
export const kindOf = (typeUrl: string): string => KINDS.get(typeUrl) ?? typeUrl;

const KINDS: ReadonlyMap<string, string> = new Map([
  ['type.googleapis.com/envoy.config.bootstrap.v3.Bootstrap', 'bootstrap'],
  ...Object.entries(TypeUrl).map(([kind, typeUrl]): [string, string] => [
    typeUrl,
    kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  ]),
]);
