/** The stages of `compiler/compile.ts` one by one, each with what it costs. */
import type { SourceFile } from '../../compiler/1-parse/document.ts';
import { parse } from '../../compiler/1-parse/parse.ts';
import { validate } from '../../compiler/2-validate/validate.ts';
import { link } from '../../compiler/3-link/link.ts';
import { checkRules } from '../../compiler/4-lower/check.ts';
import { lower } from '../../compiler/4-lower/lower.ts';
import { packGateway, type CompiledBundle } from '../../compiler/5-pack/gateway.ts';
import { collect } from '../../compiler/diagnostics/report.ts';
import type { CompileMemo } from '../../compiler/memo.ts';
import { measure, type Usage } from '../usage.ts';

export const STAGES = ['parse', 'validate', 'link', 'lower', 'check', 'pack'] as const;
export type Stage = (typeof STAGES)[number];

/** Checking Envoy's rules encodes at the same time, so packing has little left to do but to hash and to frame. */
export function compileByStages(
  files: readonly SourceFile[],
  memo: CompileMemo,
): { readonly bundles: readonly CompiledBundle[]; readonly stages: Readonly<Record<Stage, Usage>> } {
  const { report, diagnostics, hasErrors } = collect();
  const parsed = measure(() => parse(files, report, memo.parse));
  const validated = measure(() => validate(parsed.value, report, memo.validate));
  const linked = measure(() => link(validated.value, report, memo.link));
  const lowered = measure(() => lower(linked.value, report, memo.lower));
  const checked = measure(() => checkRules(lowered.value, report, memo));
  const packed = measure(() => lowered.value.map((gateway) => packGateway(gateway, memo)));
  if (hasErrors()) throw new Error(`the documents have mistakes: ${diagnostics()[0]?.message}`);
  const stages = {
    parse: parsed.usage,
    validate: validated.usage,
    link: linked.usage,
    lower: lowered.usage,
    check: checked.usage,
    pack: packed.usage,
  };
  return { bundles: packed.value, stages };
}
