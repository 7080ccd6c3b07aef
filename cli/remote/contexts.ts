/** The file of contexts as people write it, checked by `schemas/settings/contexts.schema.json`. */
import type { SourceFile } from '../../compiler/1-parse/document.ts';
import type { Context, ContextsFile } from '../../compiler/2-validate/generated/types.ts';
import type { DocumentLocation } from '../../compiler/diagnostics/location.ts';
import type { Report } from '../../compiler/diagnostics/report.ts';
import { repetitions } from '../../compiler/repetitions.ts';
import { readSettings, type SettingsReading } from '../../compiler/settings.ts';

export interface Contexts {
  readonly current: string | undefined;
  readonly contexts: readonly Context[];
}

/** Pure: where secrets lie is not looked at. */
export const readContexts = (file: SourceFile): SettingsReading<Contexts> =>
  readSettings('ContextsFile', file, ({ current, contexts = [] }: ContextsFile, report, place) => {
    const names = contexts.map(({ name }) => name);
    for (const { item, first, second } of repetitions(contexts, ({ name }) => name))
      report('duplicate-item', place(`/contexts/${second}/name`), { value: item.name, first, second });
    if (current !== undefined && !names.includes(current))
      report('invalid-value', place('/current'), { value: current, allowed: names });
    for (const [index, context] of contexts.entries())
      checkContext(context, report, (pointer) => place(`/contexts/${index}${pointer}`));
    return { current, contexts };
  });

function checkContext(
  { url, store, authentication }: Context,
  report: Report,
  place: (pointer: string) => DocumentLocation,
): void {
  const oidc = authentication?.oidc;
  if (store !== undefined && authentication)
    report('mutually-exclusive', place('/authentication'), { fields: ['store', 'authentication'] });
  // What travels in plain text could be read by anybody.
  if (url !== undefined && !isAddress(url, authentication ? 'proof' : 'nothing'))
    report('invalid-format', place('/url'), { value: url, expected: SECURE });
  if (!oidc) return;
  if (!isAddress(oidc.issuer, 'proof'))
    report('invalid-format', place('/authentication/oidc/issuer'), { value: oidc.issuer, expected: SECURE });
  if (oidc.grant === 'clientCredentials' && !oidc.clientSecret)
    report('needs-field', place('/authentication/oidc'), {
      what: '"grant: clientCredentials"',
      needs: '"clientSecret"',
    });
}

const SECURE = 'an https URL, or http on this machine';

/** @param carries what requests to it hold */
function isAddress(text: string, carries: 'proof' | 'nothing'): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' || carries === 'nothing' || isLocal(url);
}

export const isLocal = ({ hostname }: URL): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
