/** The folders of `fixtures/import/openapi`: descriptions, options, calls, and in `out/` what is made of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { adapt, type Adaptation } from '../../compiler/adapt/index.ts';
import { openapiAdapter } from '../../compiler/adapt/openapi/adapter.ts';
import type { OpenapiOptions } from '../../compiler/adapt/openapi/options.ts';
import { parseServerOption } from '../../compiler/adapt/openapi/servers.ts';
import type { SourceFile } from '../../compiler/index.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/import/openapi');

export interface OpenapiCase {
  readonly name: string;
  readonly out: string;
  readonly files: readonly SourceFile[];
  readonly options: Partial<OpenapiOptions>;
  readonly calls: readonly Call[];
}

/** One line of `calls.txt`. */
export interface Call {
  readonly line: string;
  readonly method: string;
  readonly path: string;
  /** What the request carries. */
  readonly carries: readonly string[];
  /** The status of the answer, or the route that takes the request. */
  readonly status: number;
  readonly route: string | undefined;
  /** Host and path as the upstream sees them; a host that is left out is not looked at. */
  readonly host: string | undefined;
  readonly upstreamPath: string | undefined;
}

const CALL = /^([A-Z]+) (\S+)(?: \[(.*)\])? → (?:(\d{3})|(\S+)(?: ([^/\s]+)?(\/\S*))?)$/;

export const OPENAPI_CASES: readonly OpenapiCase[] = readdirSync(FOLDER).sort().map(readCase);

export const importCase = ({ files, options }: OpenapiCase, more: Partial<OpenapiOptions> = {}): Adaptation =>
  adapt(openapiAdapter, files, { gateway: { mode: 'create', name: 'edge' }, ...options, ...more });

function readCase(name: string): OpenapiCase {
  const folder = join(FOLDER, name);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths
    .filter((path) => /\.(yaml|json)$/.test(path) && path !== 'options.json' && !path.startsWith('out/'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const lines = readFileSync(join(folder, 'calls.txt'), 'utf8').split('\n');
  return {
    name,
    out: join(folder, 'out'),
    files,
    options: readOptions(join(folder, 'options.json')),
    calls: lines.filter((line) => line !== '' && !line.startsWith('#')).map(parseCall),
  };
}

function readOptions(path: string): Partial<OpenapiOptions> {
  if (!existsSync(path)) return {};
  const { server, ...options } = JSON.parse(readFileSync(path, 'utf8'));
  return { ...options, ...(server !== undefined && { server: parseServerOption(server) }) };
}

function parseCall(line: string): Call {
  const [, method = '', path = '', carries = '', status, route, host, upstreamPath] = CALL.exec(line) ?? [];
  if (method === '') throw new Error(`this is no call: ${line}`);
  const carried = carries.split(', ').filter((item) => item !== '');
  return { line, method, path, carries: carried, status: Number(status ?? 200), route, host, upstreamPath };
}

/** The golden files of a case, as paths below its `out/`. */
export const goldensOf = ({ out }: OpenapiCase): readonly string[] =>
  existsSync(out)
    ? readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(out, join(entry.parentPath, entry.name)))
    : [];
