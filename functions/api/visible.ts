/** What callers see of things that have to do with documents of which they may not see all. */
import { hasErrors } from '../../compiler/diagnostics/diagnostic.ts';
import type { Compilation, Diagnostic } from '../../compiler/index.ts';
import {
  idOfValue,
  viewCommit,
  type DocumentDifference,
  type DocumentId,
  type GatewayPublication,
  type Plan,
  type RecordedCommit,
  type RecordedRevision,
  type WorkspaceView,
} from '../../store/index.ts';
import type { Call } from './operation.ts';
import { isUnlimited, mayRead, mayReadGateway } from './permit.ts';
import { commitJson, envoyChanges, publicationJson } from './present.ts';
import { Problem } from './problem.ts';

/** Between two views, those that the caller may see before and after. */
export async function visibleDifferences(
  call: Call,
  before: WorkspaceView,
  after: WorkspaceView,
): Promise<readonly DocumentDifference[]> {
  const differences = await before.differences(after);
  if (await isUnlimited(call, 'read')) return differences;
  const visible: DocumentDifference[] = [];
  for (const one of differences) if (await maySee(call, before, after, one)) visible.push(one);
  return visible;
}

async function maySee(
  call: Call,
  before: WorkspaceView,
  after: WorkspaceView,
  difference: DocumentDifference,
): Promise<boolean> {
  if (difference.before && !(await mayRead(call, before, difference.before))) return false;
  return !difference.after || (await mayRead(call, after, difference.after));
}

/**
 * A commit as an answer has it. Who has made it and why is left empty for callers who may not see all that it has changed:
 * messages tell of documents.
 */
export async function visibleCommit(call: Call, commit: RecordedCommit): Promise<object> {
  return (await isVisible(call, commit)) ? commitJson(commit) : { ...commitJson(commit), author: '', message: '' };
}

async function isVisible(call: Call, commit: RecordedCommit): Promise<boolean> {
  if (await isUnlimited(call, 'read')) return true;
  const { workspace } = call.services;
  const parent = commit.parent === null ? undefined : await workspace.objects.commit(commit.parent);
  if (commit.parent !== null && !parent) return false; // What it has changed cannot be known any more.
  const [before, after] = [viewCommit(workspace, parent), viewCommit(workspace, commit)];
  for (const one of await before.differences(after)) if (!(await maySee(call, before, after, one))) return false;
  return true;
}

/**
 * A publication as an answer has it. One that nobody has said anything of says what was said of its commit, which may have
 * been about other gateways, too: then it is for those who may see all of the commit.
 */
export async function visiblePublication(call: Call, revision: RecordedRevision): Promise<RecordedRevision> {
  if (revision.commit === undefined || (await isUnlimited(call, 'read'))) return revision;
  const commit = await call.services.workspace.objects.commit(revision.commit);
  if (commit && (commit.message !== revision.message || (await isVisible(call, commit)))) return revision;
  const isAuthor = !commit || commit.author === revision.author;
  return { ...revision, message: '', ...(isAuthor && { author: '' }) };
}

/** What has become of gateways, as an answer has it. */
export const visiblePublications = async (
  call: Call,
  publications: readonly GatewayPublication[],
): Promise<readonly object[]> =>
  Promise.all(
    publications.map(async (one) => ({
      ...publicationJson(one),
      revision: one.revision ? await visiblePublication(call, one.revision) : null,
    })),
  );

/** What a view compiles to. @throws Problem if it does not; a newer compiler may see what an older one did not. */
export async function compiled(call: Call, view: WorkspaceView): Promise<Compilation> {
  const compilation = await call.services.workspace.compiler.compile(view);
  if (!hasErrors(compilation.diagnostics)) return compilation;
  const diagnostics = await visibleDiagnostics(call, view, compilation.diagnostics);
  throw new Problem(422, { title: 'The documents do not compile.', diagnostics });
}

/** Of diagnostics about documents that the caller may not see, only that there is an error, and where it can be seen from. */
export async function visibleDiagnostics(
  call: Call,
  view: WorkspaceView,
  diagnostics: readonly Diagnostic[],
): Promise<readonly Diagnostic[]> {
  if (diagnostics.length === 0 || (await isUnlimited(call, 'read'))) return diagnostics;
  const isSeen = async (id: DocumentId | undefined): Promise<boolean> => {
    const document = id && (await view.get(id));
    return document !== undefined && (await mayRead(call, view, document));
  };
  const visible: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const related = [];
    for (const one of diagnostic.related ?? []) if (await isSeen(idOfPath(one.file))) related.push(one);
    const { related: _related, ...rest } = diagnostic;
    if (await isSeen(idOfPath(diagnostic.file))) visible.push({ ...rest, ...(related.length > 0 && { related }) });
    else if (diagnostic.severity === 'error') visible.push(unseen(diagnostic, related[0]));
  }
  return visible;
}

type Related = NonNullable<Diagnostic['related']>[number];

function unseen({ code, severity }: Diagnostic, place: Related | undefined): Diagnostic {
  const { file, line, column, endLine, endColumn, pointer } = place ?? NOWHERE;
  const message = 'it does not go together with a document that the caller may not see';
  return { code, severity, message, file, line, column, endLine, endColumn, document: 0, pointer };
}

const NOWHERE = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, pointer: '' } as const;

/** `Route/default/shop.json`, as the compiler knows documents of a workspace. */
function idOfPath(path: string): DocumentId | undefined {
  const [, kind, namespace, name] = /^(\w+)\/([^/]+)\/(.+)\.json$/.exec(path) ?? [];
  return idOfValue({ kind, metadata: { namespace, name } });
}

/**
 * What Envoys would get by a change of the caller's own instead of what they get now. Resources hold what several documents
 * say, so that their content is only for those who may see the gateway; others see which ones they are.
 */
export async function visibleEnvoyChanges(call: Call, plan: Plan): Promise<readonly object[]> {
  const changes = await envoyChanges(plan);
  return Promise.all(
    changes.map(async (one) =>
      (await mayReadGateway(call, one.gateway))
        ? one
        : { ...one, resources: one.resources.map(({ change, kind, name }) => ({ change, kind, name })) },
    ),
  );
}

/** What Envoys get by one revision instead of another, whoever has made them: only of gateways that the caller may see. */
export async function visibleEnvoyDifferences(call: Call, plan: Plan): Promise<readonly object[]> {
  const changes = await envoyChanges(plan);
  const isSeen = await Promise.all(changes.map(({ gateway }) => mayReadGateway(call, gateway)));
  return changes.filter((_, index) => isSeen[index]);
}
