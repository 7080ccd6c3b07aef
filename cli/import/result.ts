/** Runs an importer, and the compiler over what it has made. */
import { draft, writeFiles, type Adaptation, type AdaptOptions, type AnyDraft } from '../../compiler/adapt/index.ts';
import { compile, hasErrors, type Diagnostic, type SourceFile } from '../../compiler/index.ts';

export interface ImportResult extends Adaptation {
  /** The documents as files; `gateways.yaml` for example. */
  readonly files: readonly SourceFile[];
  /** What the compiler says about them. */
  readonly problems: readonly Diagnostic[];
  readonly status: 'imported' | 'unreadable' | 'empty' | 'rejected';
}

export function toResult(adaptation: Adaptation, options: AdaptOptions): ImportResult {
  const { documents, diagnostics } = adaptation;
  const files = writeFiles(documents);
  if (hasErrors(diagnostics)) return { ...adaptation, files, problems: [], status: 'unreadable' };
  if (documents.length === 0) return { ...adaptation, files, problems: [], status: 'empty' };
  const problems = compile([...files, ...standIn(options)]).diagnostics;
  return { ...adaptation, files, problems, status: hasErrors(problems) ? 'rejected' : 'imported' };
}

/** What stands for a Gateway that exists elsewhere: the documents are to be right beside it. */
function standIn({ gateway, namespace }: AdaptOptions): readonly SourceFile[] {
  if (gateway.mode === 'create') return [];
  const [name = '', owner = namespace] = gateway.name.split('/').toReversed();
  const listeners: AnyDraft = draft(
    'Gateway',
    { name, namespace: owner },
    {
      listeners: [
        { name: 'http', port: 80, protocol: 'HTTP' },
        { name: 'https', port: 443, protocol: 'HTTPS' },
      ],
    },
  );
  return writeFiles([listeners]).map(({ text }) => ({ path: 'existing-gateway.yaml', text }));
}
