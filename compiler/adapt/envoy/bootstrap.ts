/** What of a bootstrap is neither listener nor cluster. */
import type { WrittenSpec } from '../draft.ts';
import type { MakeRemark } from '../remark.ts';
import { entries, field, placeOf, textOf, type Source } from '../source.ts';
import { isIpAddress } from '../../2-validate/formats/address.ts';
import { jsonObject } from '../../4-lower/json-value.ts';
import type { Change } from './residue.ts';

/** The Gateway's administration interface: where it was. */
export function adminOf(bootstraps: readonly Source[]): Pick<WrittenSpec<'Gateway'>, 'admin'> {
  for (const bootstrap of bootstraps) {
    const socket = field(field(field(bootstrap, 'admin'), 'address'), 'socket_address');
    const [address, port] = [textOf(field(socket, 'address')), field(socket, 'port_value')?.value];
    if (address !== undefined && isIpAddress(address) && typeof port === 'number') return { admin: { address, port } };
  }
  return {};
}

/** Settings of the whole Envoy that a patch of its bootstrap carries. */
const CARRIED =
  /^(stats_(config|sinks|flush_interval|flush_on_admin)|watchdogs|default_regex_engine|flags_path|use_tcp_for_dns_lookups)$/;

/** What the Gateway and the relay take care of. */
const OURS = new Set(['static_resources', 'dynamic_resources', 'admin', 'node', '@type']);

export function bootstrapResidue(bootstraps: readonly Source[], remark: MakeRemark): readonly Change[] {
  const fields = bootstraps.flatMap(entries).filter(([key]) => !OURS.has(key));
  for (const [key, source] of fields)
    if (!CARRIED.test(key)) remark('lost', placeOf(source), `"${key}" of the bootstrap is not carried over`, HELP);
  const merge = jsonObject(
    Object.fromEntries(fields.filter(([key]) => CARRIED.test(key)).map(([key, { value }]) => [key, value])),
  );
  return Object.keys(merge).length > 0 ? [{ type: 'Bootstrap', merge }] : [];
}

const HELP = 'see whether the Gateway has a setting for it, or patch the Bootstrap';
