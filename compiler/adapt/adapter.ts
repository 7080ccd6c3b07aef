/** The contract of importers: files of another dialect in, drafts of our documents and remarks out. Pure. */
import type { Document, SourceFile } from '../1-parse/document.ts';
import { createParseMemo } from '../1-parse/memo.ts';
import { parse } from '../1-parse/parse.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { collect } from '../diagnostics/report.ts';
import { sortDrafts } from './order.ts';
import type { AnyDraft } from './draft.ts';
import { collectRemarks, type MakeRemark, type Remark } from './remark.ts';

/** What every importer is told. */
export interface AdaptOptions {
  /** The namespace of the documents; `default`, if left out. */
  readonly namespace?: string | undefined;
  readonly gateway: GatewayChoice;
}

/** `create` makes a Gateway of that name; `attach` only names one that exists elsewhere, as `name` or `namespace/name`. */
export interface GatewayChoice {
  readonly mode: 'create' | 'attach';
  readonly name: string;
}

export interface Adapter<Options extends AdaptOptions = AdaptOptions> {
  /** How the dialect is called on the command line. */
  readonly name: string;
  /**
   * Never throws, whatever the documents hold. What it leaves out or changes it remarks on; whatever it makes, the
   * compiler accepts, unless the source holds wrong settings of our own (in extensions).
   *
   * @param sources what stands in the files: values of any shape, with positions for remarks
   */
  readonly adapt: (sources: readonly Document[], options: Options, remark: MakeRemark) => readonly AnyDraft[];
}

export interface Adaptation {
  /** Sorted by kind, namespace and name; none if the files cannot be read. */
  readonly documents: readonly AnyDraft[];
  readonly remarks: readonly Remark[];
  /** Why files cannot be read: mistakes in their YAML or JSON. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs an importer over files. The order of the files does not matter, unless the adapter says so. */
export function adapt<Options extends AdaptOptions>(
  adapter: Adapter<Options>,
  files: readonly SourceFile[],
  options: Options,
): Adaptation {
  const { report, diagnostics } = collect();
  // Other dialects hold limits of 64 bits; that they lose digits does not matter to a gateway.
  const sources = parse(files, report, createParseMemo(), 'nearest');
  const mistakes = diagnostics();
  if (hasErrors(mistakes)) return { documents: [], remarks: [], diagnostics: mistakes };
  const { remark, remarks } = collectRemarks();
  const documents = sortDrafts(adapter.adapt(sources, options, remark));
  return { documents, remarks: remarks(), diagnostics: mistakes };
}
