/** The access policy as people write it: YAML or JSON, checked by `schemas/settings/access-policy.schema.json`. */
import type { SourceFile } from '../../compiler/1-parse/document.ts';
import type { AccessPolicyFile, TokenIssuer } from '../../compiler/2-validate/generated/types.ts';
import type { DocumentLocation } from '../../compiler/diagnostics/location.ts';
import type { Report } from '../../compiler/diagnostics/report.ts';
import { repetitions } from '../../compiler/repetitions.ts';
import { readSettings, type SettingsReading } from '../../compiler/settings.ts';

/** Pure: where the keys lie is not looked at. */
export const readAccessPolicy = (file: SourceFile): SettingsReading<AccessPolicyFile> =>
  readSettings('AccessPolicyFile', file, (policy, report, place) => {
    checkIssuers(policy, report, place);
    checkBindings(policy, report, place);
    return policy;
  });

type Place = (pointer: string) => DocumentLocation;

function checkIssuers({ issuers = [], apiKeys = [] }: AccessPolicyFile, report: Report, place: Place): void {
  for (const [index, issuer] of issuers.entries()) {
    for (const field of ['issuer', 'jwksUri'] as const)
      checkAddress(issuer, field, place(`/issuers/${index}/${field}`), report);
  }
  for (const { item, first, second } of repetitions(issuers, ({ issuer }) => issuer))
    report('duplicate-item', place(`/issuers/${second}/issuer`), { value: item.issuer, first, second });
  for (const { item, first, second } of repetitions(apiKeys, ({ name }) => name))
    report('duplicate-item', place(`/apiKeys/${second}/name`), { value: item.name, first, second });
}

/** Keys that travel in plain text could be anybody's. */
export function isSafeAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isLocal = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1' || url?.hostname === '[::1]';
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal);
}

function checkAddress(issuer: TokenIssuer, field: 'issuer' | 'jwksUri', at: DocumentLocation, report: Report): void {
  const value = issuer[field];
  if (value !== undefined && !isSafeAddress(value))
    report('invalid-format', at, { value, expected: 'an https URL, or http on this machine' });
}

/** A binding that can fit nobody, or says what has no effect, is a mistake and no precaution. */
function checkBindings(policy: AccessPolicyFile, report: Report, place: Place): void {
  const { bindings, issuers = [], apiKeys = [], awsIam } = policy;
  const knownIssuers = issuers.map(({ issuer }) => issuer);
  const knownKeys = apiKeys.map(({ name }) => name);
  for (const [index, { role, claims, issuer, apiKeys: keys = [], labels }] of bindings.entries()) {
    const at = (pointer: string) => place(`/bindings/${index}${pointer}`);
    if (issuer !== undefined && !knownIssuers.includes(issuer))
      report('invalid-value', at('/issuer'), { value: issuer, allowed: knownIssuers });
    for (const [key, name] of keys.entries()) {
      if (!knownKeys.includes(name))
        report('invalid-value', at(`/apiKeys/${key}`), { value: name, allowed: knownKeys });
    }
    if (claims && issuers.length === 0 && !awsIam)
      report('needs-field', at('/claims'), { what: '"claims"', needs: '"issuers" or "awsIam"' });
    if (labels && role === 'publisher')
      report('needless-field', at('/labels'), { field: 'labels', beside: 'role: publisher' });
  }
}
