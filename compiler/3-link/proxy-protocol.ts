/** Rules of the PROXY protocol that a schema cannot say. */
import type { Valid } from '../2-validate/model.ts';
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';

export function checkProxyProtocol({ document, value }: Valid<'Gateway'>, report: Report): void {
  for (const [place, { proxyProtocol, proxyProtocolValues: values }] of value.spec.listeners.entries()) {
    const here = `/spec/listeners/${place}/proxyProtocolValues`;
    if (values.length > 0 && proxyProtocol === 'off')
      report('needs-field', at(document, here), { what: '"proxyProtocolValues"', needs: '"proxyProtocol"' });
    for (const [second, { type, name }] of values.entries()) {
      const first = values.findIndex((other) => other.type === type || other.name === name);
      if (first < second) report('duplicate-item', at(document, `${here}/${second}`), { value: name, first, second });
    }
  }
}
