import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The release of Envoy that Enroute compiles for, tests with and installs. */
export const ENVOY_RELEASE = '1.40.0';

/**
 * Returns the release of an Envoy binary, such as `1.40.0`.
 *
 * @throws Error when the file cannot be run, or is not Envoy.
 */
export async function envoyVersion(binary: string): Promise<string> {
  // Envoy prints `envoy  version: <commit>/<release>/<tree state>/<build type>/<TLS library>`.
  const { stdout } = await promisify(execFile)(binary, ['--version']);
  const release = /version: [^/]*\/(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  if (!release) throw new Error(`${binary} --version does not print a version of Envoy: ${stdout.trim()}`);
  return release;
}
