/** Rules that the rate-limit service has for its configuration: it refuses all of it if one does not hold. */
import type { RateLimitDescriptor } from '../2-validate/generated/types.ts';
import { keyOf, type Valid } from '../2-validate/model.ts';
import type { Code, Params } from '../diagnostics/catalog.ts';
import { at, type Location } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import { repetitions } from '../repetitions.ts';

/** Source: https://github.com/envoyproxy/ratelimit/blob/main/src/config/config_impl.go */
export function checkRateLimits(documents: readonly Valid<'RateLimit'>[], report: Report): void {
  checkDomains(documents, report);
  for (const { value, document } of documents) {
    checkDescriptors(value.spec.descriptors, '/spec', (code, pointer, params) =>
      report(code, at(document, pointer), params),
    );
  }
}

/** One domain is one document: which of two said what about a request could not be told. */
function checkDomains(documents: readonly Valid<'RateLimit'>[], report: Report): void {
  const seen = new Map<string, Location>();
  for (const { value, document, namespace } of documents) {
    const { gateways, domain } = value.spec;
    const here = at(document, '/spec/domain');
    for (const gateway of gateways) {
      const key = JSON.stringify([keyOf(gateway, namespace), domain]);
      const first = seen.get(key);
      if (first) report('duplicate-domain', here, { domain, gateway: keyOf(gateway, namespace), first });
      else seen.set(key, here);
    }
  }
}

/** Reports at a pointer of the document. */
type ReportHere = <C extends Code>(code: C, pointer: string, params: Params<C>) => void;

function checkDescriptors(descriptors: readonly RateLimitDescriptor[], pointer: string, report: ReportHere): void {
  for (const { item, first, second } of repetitions(descriptors, entryOf))
    report('duplicate-item', `${pointer}/descriptors/${second}`, { value: entryOf(item), first, second });
  for (const [place, descriptor] of descriptors.entries()) {
    const here = `${pointer}/descriptors/${place}`;
    checkLimit(descriptor, here, report);
    checkDescriptors(descriptor.descriptors, here, report);
  }
}

/** The service knows an entry by key and value as one text, so that `a` with the value `b` is the same as `a_b`. */
const entryOf = ({ key, value }: RateLimitDescriptor): string => (value === undefined ? key : `${key}_${value}`);

function checkLimit({ limit }: RateLimitDescriptor, pointer: string, report: ReportHere): void {
  if (!limit) return;
  const { requests, unit, name, replaces = [] } = limit;
  if (requests !== undefined && unit === undefined)
    report('needs-field', `${pointer}/limit/requests`, { what: '"requests"', needs: '"unit"' });
  if (requests === undefined && unit !== undefined)
    report('needless-field', `${pointer}/limit/unit`, { field: 'unit', beside: 'unlimited' });
  const itself = replaces.findIndex((replaced) => replaced === name);
  if (name !== undefined && itself !== -1)
    report('invalid-format', `${pointer}/limit/replaces/${itself}`, {
      value: name,
      expected: 'another limit than this',
    });
}
