/** `enroutectl up`: composes compiler, bucket, relay and Envoy on one machine, and follows a folder. */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { renderText } from '../../compiler/diagnostics/render/text.ts';
import { createLog, startRelay, type Relay } from '../../relay/index.ts';
import { address } from '../addresses.ts';
import { openBucket } from '../bucket.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure, reasonOf } from '../failure.ts';
import type { Host } from '../host.ts';
import { startDemoUpstream } from '../local/demo-upstream.ts';
import { findEnvoy } from '../local/envoy.ts';
import { count, paintFor, type Paint } from '../output.ts';
import { awaitAcknowledgement } from './acknowledgement.ts';
import { createEnvoys, type Envoys } from './envoys.ts';
import { createPublisher, type Published, type Round } from './publisher.ts';
import { curlLines } from './urls.ts';
import { watchFolder } from './watch-folder.ts';

export interface UpOptions {
  readonly store: string;
  readonly ads?: string;
  readonly admin?: string;
  /** `true` for the default port. */
  readonly demo?: string | true;
  readonly accessLog?: true;
  readonly allowEmpty?: true;
}

const DEMO_PORT = 8081;
const ANY_PORT = '127.0.0.1:0';

/** Runs until the person ends it. */
export async function up(folder: string, options: UpOptions, host: Host): Promise<void> {
  const { interrupted } = host;
  const say = sayTo(host);
  const closers: (() => Promise<void>)[] = [];
  try {
    const directory = resolve(host.cwd, options.store);
    await mkdir(directory, { recursive: true });
    const store = await openBucket(directory, host);
    const look = createPublisher({ folder, store, whenShrunk: options.allowEmpty ? 'publish' : 'refuse' }, host);
    const binary = await findEnvoy({ report: (line) => say.note(line) });
    if (options.demo !== undefined) closers.push(await startDemo(options.demo, say));
    const relay = await startRelay({
      store,
      listen: options.ads ?? ANY_PORT,
      adminListen: options.admin ?? ANY_PORT,
      // Nobody but this machine can connect, and what runs here may read the files anyway.
      insecureServeSecrets: true,
      secretFolders: [resolve(host.cwd, folder)],
      log: createLog({ format: 'text', level: 'error', write: host.err }),
      closeGraceMs: 0,
    });
    closers.push(() => relay.close());
    const envoys = createEnvoys({
      binary,
      relay: address(relay.adsAddress),
      onLine: (gateway, line) => showLine(gateway, line, options, say),
      onExit: (gateway, code) => say.bad(`the Envoy of ${gateway} has ended with code ${code}`),
    });
    closers.push(envoys.stop);
    await follow({ folder: resolve(host.cwd, folder), look, relay, envoys, say, host });
  } finally {
    if (interrupted.aborted) say.note('ending');
    for (const close of closers.reverse()) await close();
  }
}

async function startDemo(demo: string | true, say: Say): Promise<() => Promise<void>> {
  const port = demo === true ? DEMO_PORT : Number(demo);
  try {
    const upstream = await startDemoUpstream({ port });
    return upstream.stop;
  } catch (error) {
    say.bad(reasonOf(error));
    throw new Failure(`the demo upstream cannot listen on port ${port}`, {
      exit: EXIT.unreachable,
      help: 'end what uses the port, or name another with --demo PORT and in the Upstream document',
    });
  }
}

interface Scene {
  readonly folder: string;
  readonly look: () => Promise<Round>;
  readonly relay: Relay;
  readonly envoys: Envoys;
  readonly say: Say;
  readonly host: Host;
}

/** One round after another, never two at once; a change during a round leads to one more. */
async function follow(scene: Scene): Promise<void> {
  const { folder, host, say } = scene;
  let wanted = (): void => {};
  let isWanted = true;
  const want = (): void => {
    isWanted = true;
    wanted();
  };
  host.interrupted.addEventListener('abort', want, { once: true });
  watchFolder(folder, want, host.interrupted);
  for (let round = 1; !host.interrupted.aborted; round += 1) {
    if (!isWanted) await new Promise<void>((resolve) => (wanted = resolve));
    isWanted = false;
    if (host.interrupted.aborted) return;
    try {
      await runRound(scene, round === 1);
    } catch (error) {
      if (round === 1) throw error;
      say.bad(reasonOf(error));
    }
  }
}

async function runRound(scene: Scene, isFirst: boolean): Promise<void> {
  const { look, host, say } = scene;
  const began = performance.now();
  const round = await look();
  if (round.kind === 'unchanged') return;
  const { compiled } = round;
  if (compiled.diagnostics.length > 0)
    host.out(renderText(compiled.diagnostics, { files: compiled.files, colour: host.colour.out }));
  if (round.kind === 'rejected') say.bad(`nothing was published${isFirst ? '' : '; traffic goes on as before'}`);
  if (round.kind === 'shrunk') {
    say.bad(`${round.before} resources would become ${round.after}; nothing was published`);
    say.note('if that is meant, start again with --allow-empty');
  }
  if (round.kind === 'published') await deliver(scene, round.published, { began, isFirst });
}

async function deliver(
  scene: Scene,
  published: readonly Published[],
  { began, isFirst }: { readonly began: number; readonly isFirst: boolean },
): Promise<void> {
  const { relay, envoys, say } = scene;
  const changed = published.filter(({ result }) => isFirst || result.status !== 'unchanged');
  if (changed.some(({ result }) => result.status === 'conflict'))
    say.bad('somebody else has published into the bucket meanwhile');
  await relay.notify();
  await envoys.reconcile(published.map(({ bundle }) => bundle));
  await Promise.all(changed.map((one) => reportDelivery(scene, one, began)));
  if (!isFirst) return;
  say.line('');
  for (const line of published.flatMap(({ bundle }) => curlLines(bundle))) say.line(`  ${line}`);
  say.line('');
  say.note(`status on http://${relay.adminAddress}/status; save a document to publish it, Ctrl-C to end`);
}

async function reportDelivery(
  { relay, say, host }: Scene,
  { bundle, result }: Published,
  began: number,
): Promise<void> {
  const { gateway } = bundle.manifest;
  const revision = result.revision?.number ?? 0;
  const acknowledgement = await awaitAcknowledgement(relay, { gateway, bundle: bundle.id }, host.interrupted);
  const what = `${gateway} revision ${revision}`;
  const took = `${Math.round(performance.now() - began)} ms`;
  if (acknowledgement.kind === 'acknowledged')
    say.good(`${what}: ${count(bundle.resources.length, 'resource')}, in Envoy after ${took}`);
  if (acknowledgement.kind === 'rejected')
    say.bad(`${what}: Envoy refuses it and keeps what it had: ${acknowledgement.message}`);
  if (acknowledgement.kind === 'none' && !host.interrupted.aborted) say.bad(`${what}: Envoy has not answered yet`);
}

/** Envoy's access log goes to its standard output as JSON; what else it prints are warnings. */
function showLine(gateway: string, line: string, { accessLog }: UpOptions, say: Say): void {
  const isAccess = line.startsWith('{');
  if (isAccess && !accessLog) return;
  say.faint(`${gateway}: ${line}`);
}

type Say = ReturnType<typeof sayTo>;

function sayTo(host: Host) {
  const paint: Paint = paintFor(host.colour.out);
  const line = (text: string): void => host.out(`${text}\n`);
  return {
    line,
    good: (text: string) => line(`${paint.good('✓')} ${text}`),
    bad: (text: string) => line(`${paint.bad('✗')} ${text}`),
    note: (text: string) => line(`${paint.note('·')} ${text}`),
    faint: (text: string) => line(paint.faint(text)),
  };
}
