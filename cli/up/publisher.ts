/** From a folder to the bucket, again and again: what a save of a document sets off. */
import { userInfo } from 'node:os';
import { createParseMemo } from '../../compiler/1-parse/memo.ts';
import { compile, createCompileMemo, hasErrors, type CompiledBundle, type SourceFile } from '../../compiler/index.ts';
import { publish, type PublishResult, type Store } from '../../store/index.ts';
import type { CompiledDocuments } from '../diagnostics.ts';
import { readDocuments } from '../documents.ts';
import type { Host } from '../host.ts';

export interface Published {
  readonly bundle: CompiledBundle;
  readonly result: PublishResult;
}

/** What one look at the folder came to. */
export type Round =
  /** The files are what they were. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'rejected'; readonly compiled: CompiledDocuments }
  /** Most of the resources are gone, which is more often a slip than a wish. */
  | { readonly kind: 'shrunk'; readonly compiled: CompiledDocuments; readonly before: number; readonly after: number }
  | { readonly kind: 'published'; readonly compiled: CompiledDocuments; readonly published: readonly Published[] };

export interface PublisherOptions {
  readonly folder: string;
  readonly store: Store;
  readonly whenShrunk: 'refuse' | 'publish';
}

/** Makes a function that reads, compiles and publishes the folder; it remembers what it has seen. */
export function createPublisher({ folder, store, whenShrunk }: PublisherOptions, host: Host): () => Promise<Round> {
  const memo = { ...createCompileMemo(), parse: createParseMemo() };
  let last: readonly SourceFile[] | undefined;
  let resources = 0;
  return async () => {
    const files = await readDocuments([folder], host);
    if (last && sameFiles(last, files)) return { kind: 'unchanged' };
    last = files;
    const compilation = compile(files, memo);
    const status = hasErrors(compilation.diagnostics) ? 'rejected' : 'compiled';
    const compiled: CompiledDocuments = { ...compilation, files, status };
    if (status === 'rejected') return { kind: 'rejected', compiled };
    const after = compiled.bundles.reduce((sum, bundle) => sum + bundle.resources.length, 0);
    if (whenShrunk === 'refuse' && hasShrunk(resources, after))
      return { kind: 'shrunk', compiled, before: resources, after };
    const published = await publishAll(compiled.bundles, store);
    resources = after;
    return { kind: 'published', compiled, published };
  };
}

/** More than half is gone, of something that was more than a few. */
const hasShrunk = (before: number, after: number): boolean => after === 0 || (before >= 10 && after < before / 2);

const sameFiles = (a: readonly SourceFile[], b: readonly SourceFile[]): boolean =>
  a.length === b.length && a.every(({ path, text }, index) => path === b[index]?.path && text === b[index]?.text);

async function publishAll(bundles: readonly CompiledBundle[], store: Store): Promise<readonly Published[]> {
  const time = new Date().toISOString();
  const author = userInfo().username;
  const published: Published[] = [];
  for (const bundle of bundles) {
    published.push({ bundle, result: await publish(store, bundle, { author, message: 'enroutectl up', time }) });
  }
  return published;
}
