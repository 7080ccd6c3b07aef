/** What the documents of views compile to. */
import type { Valid } from '../../compiler/2-validate/model.ts';
import type { Compilation } from '../../compiler/index.ts';
import type { References } from './references.ts';
import type { WorkspaceView } from './view.ts';

export interface WorkspaceCompiler {
  readonly compile: (view: WorkspaceView) => Promise<Compilation>;
  /** The documents with their defaults and references; those that are not valid are left out. */
  readonly validate: (view: WorkspaceView) => Promise<readonly Valid[]>;
  /** Who refers to whom among those. */
  readonly references: (view: WorkspaceView) => Promise<References>;
}

/** The compiler is most of what a function has to load, and many a request can be answered without it. */
export function createWorkspaceCompiler(): WorkspaceCompiler {
  let loading: Promise<WorkspaceCompiler> | undefined;
  const load = () => (loading ??= import('./view-compiler.ts').then(({ createViewCompiler }) => createViewCompiler()));
  return {
    compile: async (view) => (await load()).compile(view),
    validate: async (view) => (await load()).validate(view),
    references: async (view) => (await load()).references(view),
  };
}
