/** A static configuration of Envoy, or its dump → documents; what these have no words for stands in an EnvoyPatch. */
import type { Adapter, AdaptOptions } from '../adapter.ts';
import type { AnyDraft } from '../draft.ts';
import type { MakeRemark } from '../remark.ts';
import { rootOf } from '../source.ts';
import { attached } from './attach.ts';
import { readConfiguration, type EnvoyConfiguration } from './config.ts';
import { convert } from './convert.ts';
import type { Mode } from './parts.ts';

/** The files are one configuration together. */
export const envoyAdapter: Adapter = {
  name: 'envoy',
  adapt: (sources, options, remark) => {
    const roots = sources.map(rootOf);
    const configuration = readConfiguration(roots, remark);
    const [root] = roots;
    if (!root || configuration.listeners.length + configuration.clusters.size === 0) return [];
    const drafts =
      attempt(configuration, options, remark, 'recognize') ?? attempt(configuration, options, remark, 'raw') ?? [];
    return options.gateway.mode === 'create' ? drafts : attached(drafts, options.gateway, { root, remark });
  },
};

/** What is said in an attempt that fails is of no interest. */
function attempt(
  configuration: EnvoyConfiguration,
  { namespace, gateway }: AdaptOptions,
  remark: MakeRemark,
  mode: Mode,
): readonly AnyDraft[] | undefined {
  const held: Parameters<MakeRemark>[] = [];
  const name = gateway.mode === 'create' ? gateway.name : 'import';
  const drafts = convert(configuration, { namespace, gateway: name, mode }, (...one) => void held.push(one));
  if (drafts) for (const one of held) remark(...one);
  return drafts;
}
