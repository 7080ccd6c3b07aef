/** Envoy's own rules, held against everything that is about to be published. */
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import { violations, type Memo } from '../xds/index.ts';
import type { LoweredGateway } from './resource.ts';

/** Reports what Envoy would refuse, at the document that it was made of. */
export function checkRules(gateways: readonly LoweredGateway[], report: Report, memo: Memo): void {
  for (const { bootstrap, resources, source } of gateways) {
    for (const { path, message } of violations('envoy.config.bootstrap.v3.Bootstrap', bootstrap, memo))
      report('envoy-rule', at(source.document), { resource: 'the bootstrap', path, problem: message });
    for (const { type, name, message, origin } of resources) {
      const [problem] = violations(type, message, memo);
      if (!problem) continue;
      const resource = `${type.slice(type.lastIndexOf('.') + 1)} "${name}"`;
      report('envoy-rule', at(origin.document), { resource, path: problem.path, problem: problem.message });
    }
  }
}
