/** Rules about statistics that a schema cannot say. */
import { milliseconds } from '../../2-validate/formats/quantity.ts';
import type { Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import { repetitions } from '../../repetitions.ts';

/** Envoy refuses a longer one. */
const LONGEST_INTERVAL = 300_000;

export function checkStats({ document, value }: Valid<'Gateway'>, report: Report): void {
  const { stats, admin } = value.spec;
  const { endpoint, flushInterval, tags } = stats;
  if (endpoint && admin.port === 0)
    report('needs-field', at(document, '/spec/stats/endpoint'), {
      what: '"endpoint"',
      needs: 'a port of the administration interface, "admin.port", that is known beforehand',
    });
  if (milliseconds(flushInterval) >= LONGEST_INTERVAL)
    report('invalid-format', at(document, '/spec/stats/flushInterval'), {
      value: flushInterval,
      expected: 'a time of less than 5m',
    });
  for (const { item, first, second } of repetitions(tags, ({ name }) => name))
    report('duplicate-item', at(document, `/spec/stats/tags/${second}/name`), { value: item.name, first, second });
}
