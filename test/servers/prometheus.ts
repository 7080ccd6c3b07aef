/** A real Prometheus: the one on PATH, or else the one that Debian packages, downloaded once into the project's cache folder. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProcess } from '../../cli/local/process.ts';
import { makeFolder } from './folder.ts';
import { installed, onPath, run } from './installed.ts';
import { reservePort } from './ports.ts';

export interface Target {
  /** Of an Envoy's administration interface, on 127.0.0.1. */
  readonly port: number;
  /** What each of its series is given. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface Prometheus {
  /** For example `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Says whom it asks from now on, twice a second. */
  readonly scrape: (targets: readonly Target[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts one that asks nobody yet, and remembers nothing of before. */
export async function startPrometheus(): Promise<Prometheus> {
  const binary = (await onPath('prometheus')) ?? (await installPrometheus());
  const folder = await makeFolder();
  const port = await reservePort();
  const configuration = join(folder.path, 'prometheus.json');
  const targetsFile = join(folder.path, 'targets.json');
  await writeFile(configuration, JSON.stringify(configurationFor(targetsFile)));
  const { stop } = await startProcess({
    command: binary,
    args: [
      ...[`--config.file=${configuration}`, `--storage.tsdb.path=${join(folder.path, 'data')}`],
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    cwd: folder.path,
    graceMs: 0,
    ready: (line) => line.includes('Server is ready to receive web requests'),
  });
  return {
    url: `http://127.0.0.1:${port}`,
    scrape: async (targets) => {
      const groups = targets.map((target) => ({ targets: [`127.0.0.1:${target.port}`], labels: target.labels }));
      await writeFile(targetsFile, JSON.stringify(groups));
    },
    stop: async () => {
      await stop();
      await folder.remove();
    },
  };
}

/** Prometheus reads YAML, which JSON is. */
const configurationFor = (targetsFile: string) => ({
  global: { scrape_interval: '500ms', scrape_timeout: '500ms' },
  scrape_configs: [
    {
      job_name: 'envoy',
      metrics_path: '/stats/prometheus',
      file_sd_configs: [{ files: [targetsFile], refresh_interval: '1s' }],
    },
  ],
});

async function installPrometheus(): Promise<string> {
  const folder = await installed({
    name: 'prometheus',
    version: 'debian',
    cost: '35 MB',
    install: async (work) => {
      // Lists of its own: those of the machine may be absent or old, and only root may write them.
      const [state, cache] = [join(work, 'state'), join(work, 'cache')];
      for (const path of [join(state, 'lists/partial'), join(cache, 'archives/partial')])
        await mkdir(path, { recursive: true });
      const own = ['-q', '-o', `Dir::State=${state}`, '-o', `Dir::Cache=${cache}`];
      await run('apt-get', [...own, 'update']);
      await run('apt-get', [...own, 'download', 'prometheus'], { cwd: work });
      const archive = (await readdir(work)).find((name) => name.endsWith('.deb')) ?? '';
      await run('dpkg', ['-x', join(work, archive), join(work, 'package')]);
      await rename(join(work, 'package/usr/bin/prometheus'), join(work, 'prometheus'));
      for (const rest of [state, cache, join(work, archive), join(work, 'package')])
        await rm(rest, { recursive: true });
    },
  });
  return join(folder, 'prometheus');
}
