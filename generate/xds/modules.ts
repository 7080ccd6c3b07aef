/**
 * The Go modules whose generated code carries the protobuf descriptors, fetched with the `go` command.
 *
 * The Envoy API module pins its own dependencies in its `go.mod`, so one version names them all.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The Envoy API that resources are written for; its version is the Envoy version. */
export const ENVOY_MODULE = 'github.com/envoyproxy/go-control-plane/envoy@v1.40.0';

/** The configuration of the global rate-limit service, which is not part of Envoy and has its own release cycle. */
export const RATE_LIMIT_MODULE = 'github.com/envoyproxy/go-control-plane/ratelimit@v0.1.0';

/** Dependencies of the Envoy API module that define messages or options it uses. */
const DEPENDENCIES: readonly string[] = [
  'cel.dev/expr',
  'github.com/cncf/xds/go',
  'github.com/envoyproxy/protoc-gen-validate',
  'github.com/prometheus/client_model',
  'go.opentelemetry.io/proto/otlp',
  'google.golang.org/genproto/googleapis/api',
  'google.golang.org/genproto/googleapis/rpc',
  'google.golang.org/protobuf',
];

/** Makes the modules present and answers the directories of their sources. */
export function fetchModules(): readonly string[] {
  const envoy = download(ENVOY_MODULE);
  const required = requirements(readFileSync(`${envoy}/go.mod`, 'utf8'));
  const dependencies = DEPENDENCIES.map((path) => `${path}@${versionOf(required, path)}`);
  return [envoy, ...[RATE_LIMIT_MODULE, ...dependencies].map(download)];
}

/** Runs `go mod download`, which checks the module against the public checksum database. */
function download(module: string): string {
  const answer: unknown = JSON.parse(execFileSync('go', ['mod', 'download', '-json', module], { encoding: 'utf8' }));
  if (typeof answer === 'object' && answer !== null && 'Dir' in answer && typeof answer.Dir === 'string')
    return answer.Dir;
  throw new Error(`go mod download ${module} did not answer a directory`);
}

/** Reads `module version` pairs from the text of a `go.mod`. */
function requirements(goMod: string): ReadonlyMap<string, string> {
  const pairs = goMod.matchAll(/^(?:require )?\s*([\w.\-/]+) (v\S+)/gm);
  return new Map([...pairs].map(([, path = '', version = '']) => [path, version]));
}

function versionOf(required: ReadonlyMap<string, string>, path: string): string {
  const version = required.get(path);
  if (version === undefined) throw new Error(`${ENVOY_MODULE} does not require ${path}`);
  return version;
}
