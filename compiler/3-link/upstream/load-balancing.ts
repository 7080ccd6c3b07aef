/** Rules of an Upstream's load balancing that a schema cannot say: which settings go with which policy. */
import { milliseconds } from '../../2-validate/formats/quantity.ts';
import type { LoadBalancing } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';

type Policy = LoadBalancing['policy'];

/** The policies that each setting has an effect with. */
const FITS: readonly (readonly [field: keyof LoadBalancing, policies: readonly [Policy, ...Policy[]]])[] = [
  ['leastRequest', ['leastRequest']],
  ['ringHash', ['ringHash']],
  ['maglev', ['maglev']],
  ['clientSideWeightedRoundRobin', ['clientSideWeightedRoundRobin']],
  ['consistentHashing', ['ringHash', 'maglev']],
  ['slowStart', ['roundRobin', 'leastRequest', 'clientSideWeightedRoundRobin']],
  ['zoneAware', ['leastRequest', 'roundRobin', 'random']],
  ['failTrafficOnPanic', ['leastRequest', 'roundRobin', 'random']],
];

export function checkLoadBalancing(upstream: Valid<'Upstream'>, report: Report): void {
  const { loadBalancing } = upstream.value.spec;
  for (const [field, policies] of FITS) {
    const setting = loadBalancing[field];
    if (setting === undefined || setting === false || policies.includes(loadBalancing.policy)) continue;
    report('needs-field', at(upstream.document, `/spec/loadBalancing/${field}`), {
      what: `"${field}"`,
      needs: `"policy: ${policies.join('", "')}"`,
    });
  }
  checkRing(upstream, report);
  checkHostnames(upstream, report);
  checkReports(upstream, report);
  if (loadBalancing.failTrafficOnPanic && loadBalancing.panicThreshold === 0)
    report('needs-field', at(upstream.document, '/spec/loadBalancing/failTrafficOnPanic'), {
      what: '"failTrafficOnPanic"',
      needs: 'a "panicThreshold" above 0',
    });
}

function checkRing({ document, value }: Valid<'Upstream'>, report: Report): void {
  const { ringHash: ring } = value.spec.loadBalancing;
  if (ring && ring.minimumSize > ring.maximumSize)
    report('reversed-range', at(document, '/spec/loadBalancing/ringHash'), {
      least: `"minimumSize" ${ring.minimumSize}`,
      most: `"maximumSize" ${ring.maximumSize}`,
    });
}

/** An endpoint without a name would have the same place as all the others without. */
function checkHostnames({ document, value }: Valid<'Upstream'>, report: Report): void {
  const { loadBalancing, endpoints = [], dns } = value.spec;
  if (!loadBalancing.consistentHashing?.useHostname) return;
  const isNamed = !dns && endpoints.every(({ hostname }) => hostname !== undefined);
  if (!isNamed)
    report('needs-field', at(document, '/spec/loadBalancing/consistentHashing/useHostname'), {
      what: '"useHostname"',
      needs: '"endpoints" that each have a "hostname"',
    });
}

const FASTEST_UPDATE = 100;

function checkReports({ document, value }: Valid<'Upstream'>, report: Report): void {
  const { updatePeriod } = value.spec.loadBalancing.clientSideWeightedRoundRobin ?? {};
  if (updatePeriod !== undefined && milliseconds(updatePeriod) < FASTEST_UPDATE)
    report('invalid-format', at(document, '/spec/loadBalancing/clientSideWeightedRoundRobin/updatePeriod'), {
      value: updatePeriod,
      expected: `at least ${FASTEST_UPDATE}ms`,
    });
}
