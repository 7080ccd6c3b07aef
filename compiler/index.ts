/** The compiler: `enroute/compiler`. */
export type { SourceFile } from './1-parse/document.ts';
export { isDocumentFile } from './1-parse/parse.ts';
export * from './5-pack/bundle.ts';
export { isSdsFile, type SdsFile } from './4-lower/bootstrap/relay-tls.ts';
export { bundleFiles, folderOf, printSdsFile } from './5-pack/files.ts';
export type { CompiledBundle } from './5-pack/gateway.ts';
export { compile, type Compilation } from './compile.ts';
export { createCompileMemo, type CompileMemo } from './memo.ts';
export { CATALOG, entryOf, isCode, type Code } from './diagnostics/catalog.ts';
export { hasErrors, type Diagnostic } from './diagnostics/diagnostic.ts';
export { COMPILER_VERSION, ENVOY_VERSION } from './version.ts';
