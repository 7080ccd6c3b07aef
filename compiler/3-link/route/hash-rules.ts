/** What is hashed to find an endpoint, and what that needs. */
import { wrongGroup } from '../../2-validate/formats/regex.ts';
import { at, type Location } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { LinkedRoute, WeightedTarget } from '../graph.ts';

export function checkHashing(route: LinkedRoute, report: Report): void {
  const { forward } = route.rule;
  if (!forward || forward.hashOn.length === 0) return;
  checkSources(route, report);
  // A hash that shares requests out among upstreams has done its work; cookies, though, are set by load balancers alone.
  if (forward.splitBy === 'hash' && forward.hashOn.every(({ cookie }) => cookie?.ttl === undefined)) return;
  checkHashPolicies(route.targets, at(route.origin.document, `${route.pointer}/forward/hashOn`), report);
}

/** Path and attributes are those of a cookie which Envoy sets, and without a time to live it sets none. */
function checkSources({ rule: { forward }, origin, pointer }: LinkedRoute, report: Report): void {
  for (const [place, { cookie, headerRewrite }] of (forward?.hashOn ?? []).entries()) {
    const here = `${pointer}/forward/hashOn/${place}`;
    const field = cookie?.path !== undefined ? 'path' : 'attributes';
    if (cookie && cookie.ttl === undefined && (cookie.path !== undefined || cookie.attributes.length > 0))
      report('needs-field', at(origin.document, `${here}/cookie/${field}`), {
        what: `"${field}"`,
        needs: '"ttl": without it Envoy sets no cookie',
      });
    const wrong = headerRewrite && wrongGroup(headerRewrite.pattern, headerRewrite.substitution);
    if (wrong) report('unknown-group', at(origin.document, `${here}/headerRewrite/substitution`), wrong);
  }
}

/** Others than hashing load balancers do not ask for a hash. @param where the `hashOn` stands that asks for one */
export function checkHashPolicies(
  targets: readonly Pick<WeightedTarget, 'upstream'>[],
  where: Location,
  report: Report,
): void {
  const plain = targets.find(({ upstream }) => !/ringHash|maglev/.test(upstream.value.spec.loadBalancing.policy));
  if (!plain) return;
  report('needs-field', where, {
    what: '"hashOn"',
    needs: `"loadBalancing.policy: ringHash" or "maglev" in the Upstream "${plain.upstream.key}"`,
  });
}
