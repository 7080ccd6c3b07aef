/** The folders of `fixtures/import/envoy`: configurations, calls, and in `out/` what is made of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adapt, type Adaptation } from '../../compiler/adapt/index.ts';
import { envoyAdapter } from '../../compiler/adapt/envoy/adapter.ts';
import type { SourceFile } from '../../compiler/index.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/import/envoy');

export interface EnvoyCase {
  readonly name: string;
  readonly out: string;
  readonly file: SourceFile;
  readonly calls: readonly Call[];
}

/** One line of `calls.txt`: `8000 GET shop.example.com /cart x-user=ann tls=shop.example.com body=abc`, or `5432 TCP`. */
export interface Call {
  readonly line: string;
  /** As the configuration has it. */
  readonly port: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serverName: string | undefined;
  readonly body: string | undefined;
}

export const ENVOY_CASES: readonly EnvoyCase[] = readdirSync(FOLDER).sort().map(readCase);

export const importCase = (file: SourceFile): Adaptation =>
  adapt(envoyAdapter, [file], { gateway: { mode: 'create', name: 'edge' } });

function readCase(name: string): EnvoyCase {
  const folder = join(FOLDER, name);
  const path = existsSync(join(folder, 'envoy.yaml')) ? 'envoy.yaml' : 'config_dump.json';
  const calls = existsSync(join(folder, 'calls.txt'))
    ? readFileSync(join(folder, 'calls.txt'), 'utf8').split('\n')
    : [];
  return {
    name,
    out: join(folder, 'out'),
    file: { path, text: readFileSync(join(folder, path), 'utf8') },
    calls: calls.filter((line) => line !== '' && !line.startsWith('#')).map(parseCall),
  };
}

function parseCall(line: string): Call {
  const [port = '', method = '', ...rest] = line.split(' ');
  const [host = '', path = '/'] = method === 'TCP' ? [] : rest;
  const settings = rest.slice(method === 'TCP' ? 0 : 2).map((word): [string, string] => {
    const [key = '', ...value] = word.split('=');
    return [key, value.join('=')];
  });
  const { tls, body, ...headers } = Object.fromEntries(settings);
  return { line, port: Number(port), method, host, path, headers, serverName: tls, body };
}
