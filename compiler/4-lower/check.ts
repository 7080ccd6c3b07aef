/** Envoy's own rules, held against everything that is about to be published. */
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import type { CompileMemo } from '../memo.ts';
import { violations } from '../xds/index.ts';
import type { LoweredGateway, LoweredResource } from './resource.ts';

type Remembered = Pick<CompileMemo, 'encode' | 'packed'>;

/** Reports what Envoy would refuse, at the document that it was made of. What was packed before keeps the rules. */
export function checkRules(gateways: readonly LoweredGateway[], report: Report, { encode, packed }: Remembered): void {
  for (const { bootstrap, resources, source } of gateways) {
    for (const { path, message } of violations('envoy.config.bootstrap.v3.Bootstrap', bootstrap, encode))
      report('envoy-rule', at(source.document), { resource: 'the bootstrap', path, problem: message });
    for (const resource of resources) {
      const [problem] = packed.has(resource) ? [] : violations(resource.type, resource.message, encode);
      if (!problem) continue;
      const { path, message } = problem;
      report('envoy-rule', at(resource.origin.document), { resource: titleOf(resource), path, problem: message });
    }
  }
}

const titleOf = ({ type, name }: LoweredResource): string => `${type.slice(type.lastIndexOf('.') + 1)} "${name}"`;
