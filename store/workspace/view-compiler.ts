/** Compiles the documents of views. What was compiled before makes the next compile cost what has changed. */
import type { SourceFile } from '../../compiler/1-parse/document.ts';
import { parse } from '../../compiler/1-parse/parse.ts';
import type { Valid } from '../../compiler/2-validate/model.ts';
import { validate } from '../../compiler/2-validate/validate.ts';
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import { collect } from '../../compiler/diagnostics/report.ts';
import { compile, createCompileMemo, type Compilation } from '../../compiler/index.ts';
import type { StoredDocument } from './document.ts';
import type { WorkspaceCompiler } from './compiled.ts';
import { createReferences, type References } from './references.ts';

/** How many results are kept: of the head, and of what is about to become it. */
const KEPT = 4;

export function createViewCompiler(): WorkspaceCompiler {
  const memo = createCompileMemo();
  const compiled = createLatest<Compilation>(KEPT);
  const validated = createLatest<readonly Valid[]>(KEPT);
  const referred = createLatest<References>(KEPT);

  const compiler: WorkspaceCompiler = {
    async compile(view) {
      const known = compiled.get(view.tree);
      if (known) return known;
      const files = (await view.all()).map(fileOf);
      return compiled.put(view.tree, compile(files, memo));
    },

    async validate(view) {
      const known = validated.get(view.tree);
      if (known) return known;
      const files = (await view.all()).map(fileOf);
      const { report } = collect();
      const { documents } = validate(parse(files, report, memo.parse), report, memo.validate);
      return validated.put(view.tree, Object.values(documents).flat());
    },

    async references(view) {
      return referred.get(view.tree) ?? referred.put(view.tree, createReferences(await compiler.validate(view)));
    },
  };
  return compiler;
}

const files = new WeakMap<StoredDocument, SourceFile>();

/** A document as the compiler reads it; the path is what its diagnostics name it by: `Route/default/shop.json`. */
export function fileOf(document: StoredDocument): SourceFile {
  const known = files.get(document);
  if (known) return known;
  const { kind, namespace, name } = document.id;
  const file = { path: `${kind}/${namespace}/${name}.json`, text: `${JSON.stringify(document.value, null, 2)}\n` };
  files.set(document, file);
  return file;
}

interface Latest<T> {
  readonly get: (tree: Digest) => T | undefined;
  readonly put: (tree: Digest, value: T) => T;
}

function createLatest<T>(most: number): Latest<T> {
  const held = new Map<Digest, T>();
  return {
    get: (tree) => held.get(tree),
    put(tree, value) {
      held.set(tree, value);
      for (const oldest of held.keys()) if (held.size > most) held.delete(oldest);
      return value;
    },
  };
}
