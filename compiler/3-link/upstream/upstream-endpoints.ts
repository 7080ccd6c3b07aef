/** Endpoints that stand in the document. */
import type { ReportHere, Spec } from './upstreams.ts';

export function checkEndpoints({ endpoints = [] }: Spec, report: ReportHere): void {
  for (const [place, { address, port }] of endpoints.entries()) {
    if (address !== undefined && port === undefined)
      report('missing-field', `/endpoints/${place}`, { field: 'port', description: 'The port of the address.' });
  }
}
