/** What requests are counted by, for the rate-limit service and for Envoy's own limits. */
import type { RequestEntry } from '../../2-validate/generated/types.ts';
import type { FilterContext, ReadClaim } from '../../filters/filter-module.ts';
import { any, type Messages } from '../../xds/index.ts';
import { checkHeaderMatches } from '../../3-link/route/match-rules.ts';
import { CLAIMS_FROM, claimKeys, claimPath } from '../claim.ts';
import { headerMatch } from '../route/match.ts';

type Action = Messages['envoy.config.route.v3.RateLimit.Action'];

/** What Envoy does to get the entry. */
export function lowerEntry(entry: RequestEntry): Action {
  const { key, value, when, header, queryParameter, path, method, remoteAddress } = entry;
  const skip = entry.whenAbsent === 'skip-entry' ? { skip_if_absent: true } : {};
  if (header !== undefined)
    return { request_headers: { header_name: header, descriptor_key: key ?? header.toLowerCase(), ...skip } };
  if (queryParameter !== undefined)
    return {
      query_parameters: { query_parameter_name: queryParameter, descriptor_key: key ?? queryParameter, ...skip },
    };
  if (path) return pathAction(key ?? 'path');
  if (method) return { request_headers: { header_name: ':method', descriptor_key: key ?? 'method' } };
  if (remoteAddress) return addressAction(remoteAddress);
  if (value === undefined) return { metadata: { ...metadataSource(entry), ...skip } };
  const generic = { descriptor_key: key ?? 'generic_key', descriptor_value: value };
  return when ? { header_value_match: { ...generic, headers: when.map(headerMatch) } } : { generic_key: generic };
}

/** Envoy's header `:path` has the query in it, by which clients could have as many counts as they like. */
const pathAction = (key: string): Action => ({
  extension: {
    name: 'envoy.rate_limit_descriptors.expr',
    typed_config: any('envoy.extensions.rate_limit_descriptors.expr.v3.Descriptor', {
      descriptor_key: key,
      text: 'request.url_path',
    }),
  },
});

const addressAction = ({ ipv4Prefix, ipv6Prefix }: NonNullable<RequestEntry['remoteAddress']>): Action =>
  ipv4Prefix === 32 && ipv6Prefix === 128
    ? { remote_address: {} }
    : { masked_remote_address: { v4_prefix_mask_len: ipv4Prefix, v6_prefix_mask_len: ipv6Prefix } };

function metadataSource({ key, claim, metadata, default: fallback }: RequestEntry): NonNullable<Action['metadata']> {
  const names = claim ? claimPath(claim.claim) : (metadata?.path ?? []);
  const path = claim ? claimKeys(claim.provider, claim.claim) : names.map((name) => ({ key: name }));
  return {
    descriptor_key: key ?? names.at(-1) ?? '',
    metadata_key: { key: claim ? CLAIMS_FROM : (metadata?.filter ?? ''), path },
    ...(fallback !== undefined && { default_value: fallback }),
  };
}

/** The key under which the entry is counted. */
export function keyOf(entry: RequestEntry): string {
  const { key, header, queryParameter, path, method, remoteAddress, value } = entry;
  if (remoteAddress)
    return 'remote_address' in addressAction(remoteAddress) ? 'remote_address' : 'masked_remote_address';
  if (key !== undefined) return key;
  if (header !== undefined) return header.toLowerCase();
  if (queryParameter !== undefined) return queryParameter;
  if (path) return 'path';
  if (method) return 'method';
  return value === undefined ? metadataSource(entry).descriptor_key : 'generic_key';
}

/** Claims that entries read. @param pointer to the list, within the filter's configuration */
export const readsOf = (entries: readonly RequestEntry[], pointer: string): readonly ReadClaim[] =>
  entries.flatMap(({ claim }, place) =>
    claim ? [{ provider: claim.provider, pointer: `${pointer}/${place}/claim/provider` }] : [],
  );

const SOURCES = ['value', 'header', 'queryParameter', 'path', 'method', 'remoteAddress', 'claim', 'metadata'] as const;

/** Fields that only some sources have a use for. */
const USES: ReadonlyMap<string, readonly string[]> = new Map([
  ['key', SOURCES.filter((source) => source !== 'remoteAddress')],
  ['when', ['value']],
  ['default', ['claim', 'metadata']],
]);

/** @param pointer to the list, within the filter's configuration */
export function checkEntries(entries: readonly RequestEntry[], pointer: string, report: FilterContext['report']): void {
  for (const [place, entry] of entries.entries()) {
    const here = `${pointer}/${place}`;
    const source = SOURCES.find((name) => Object.hasOwn(entry, name)) ?? '';
    checkHeaderMatches(entry.when ?? [], `${here}/when`, report);
    for (const [field, sources] of USES) {
      if (Object.hasOwn(entry, field) && !sources.includes(source))
        report('needless-field', `${here}/${field}`, { field, beside: source });
    }
    if (entry.whenAbsent === 'skip-entry' && !MAY_BE_ABSENT.includes(source))
      report('needless-field', `${here}/whenAbsent`, { field: 'whenAbsent', beside: source });
  }
}

/** Sources that a request may lack. */
const MAY_BE_ABSENT = ['header', 'queryParameter', 'claim', 'metadata'];
