/** A real Open Policy Agent: OPA as a library behind Envoy's authorization service, built once (see opa/main.go). */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { startProcess } from '../../cli/local/process.ts';
import { makeFolder } from './folder.ts';
import { installed, run } from './installed.ts';

export interface Opa {
  /** Of its gRPC service, on 127.0.0.1. */
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const SOURCE = join(import.meta.dirname, 'opa');

/** @param policy Rego of the package `envoy.authz`, whose `allow` is the decision */
export async function startOpa(policy: string): Promise<Opa> {
  const folder = await makeFolder();
  const file = join(folder.path, 'policy.rego');
  await writeFile(file, policy);
  let port = 0;
  const { stop } = await startProcess({
    command: join(await installOpa(), 'opa'),
    args: ['127.0.0.1:0', 'data.envoy.authz.allow', file],
    ready: (line) => {
      port = Number(/^serving on .*:(\d+)$/.exec(line)?.[1] ?? 0);
      return port !== 0;
    },
  });
  return {
    port,
    stop: async () => {
      await stop();
      await folder.remove();
    },
  };
}

async function installOpa(): Promise<string> {
  const texts = await Promise.all(['main.go', 'go.mod'].map((name) => readFile(join(SOURCE, name))));
  const version = createHash('sha256').update(Buffer.concat(texts)).digest('hex').slice(0, 12);
  return installed({
    name: 'opa',
    version,
    cost: '31 MB, up to three minutes of building',
    install: async (folder) => {
      await cp(SOURCE, join(folder, 'source'), { recursive: true });
      await run('go', ['build', '-mod=mod', '-o', join(folder, 'opa'), '.'], {
        env: { CGO_ENABLED: '0' },
        cwd: join(folder, 'source'),
      });
    },
  });
}
