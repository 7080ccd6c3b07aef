/** Documents → bucket → relay → Envoys, once for each time that the documents change. */
import {
  createCompileMemo,
  compile,
  hasErrors,
  type CompiledBundle,
  type GatewayName,
  type SourceFile,
} from '../../compiler/index.ts';
import type { Relay } from '../../relay/index.ts';
import type { Store } from '../../store/index.ts';
import { reasonOf } from '../failure.ts';
import { publishAll, type Published, type Publication } from '../publishing.ts';
import { untilAccepted } from './acceptance.ts';
import type { Envoys } from './envoys.ts';
import type { Tell, Withheld } from './event.ts';
import { createPortGuard } from './ports.ts';
import { countAsGood, skipSteps, untilPutBack } from './rollout.ts';

export interface DeploymentOptions {
  readonly store: Store;
  readonly relay: Relay;
  readonly envoys: Envoys;
  readonly author: string;
  readonly losses: Publication['losses'];
  readonly tell: Tell;
}

export interface Deployment {
  /**
   * Brings documents to Envoy, as far as they are good for it; what is in their way is told.
   *
   * @param since when the documents had changed, on the clock of `performance.now()`
   * @throws StoreError if the bucket cannot be written, and Error if an Envoy cannot be started.
   */
  apply(files: readonly SourceFile[], since: number): Promise<void>;
  close(): void;
}

export function createDeployment(options: DeploymentOptions): Deployment {
  const { store, relay, envoys, author, losses, tell } = options;
  const memo = createCompileMemo();
  const ports = createPortGuard();
  const waiting = new Map<GatewayName, AbortController>();
  let last: readonly SourceFile[] = [];

  const withhold = (reason: Withheld): void => tell({ event: 'withheld', reason });
  const failed = (error: unknown): void => withhold({ kind: 'failure', message: reasonOf(error) });

  const deploy = async (bundles: readonly CompiledBundle[], message: string, since: number): Promise<void> => {
    const trouble = await ports.check(bundles);
    if (trouble) return withhold({ kind: 'port', ...trouble });
    const outcome = await publishAll(store, bundles, { author, message, losses });
    if (outcome.status === 'refused') return withhold({ kind: 'loss', losses: outcome.losses });
    for (const bundle of bundles) await skipSteps(store, bundle, author);
    for (const published of outcome.gateways) announce(published);
    if (outcome.gateways.every(({ status }) => status === 'unchanged')) tell({ event: 'unchanged' });
    ports.own(bundles);
    const started = await envoys.ensure(bundles);
    for (const { gateway, status, revision } of outcome.gateways) {
      const bundle = bundles.find(({ manifest }) => manifest.gateway === gateway);
      const isNews = status === 'published' || (status === 'unchanged' && started.includes(gateway));
      if (bundle && revision && isNews) follow(bundle, revision.number, since).catch(failed);
    }
  };

  const announce = (published: Published): void => {
    const { gateway, status, revision, uploaded } = published;
    if (status === 'conflict') return withhold({ kind: 'conflict', gateway });
    relay.notify(gateway);
    if (status === 'published') tell({ event: 'published', gateway, revision, uploaded });
  };

  /** Tells what the Envoy makes of a bundle, unless the next one comes first. */
  const follow = async (bundle: CompiledBundle, revision: number, since: number): Promise<void> => {
    const { gateway } = bundle.manifest;
    waiting.get(gateway)?.abort();
    const replaced = new AbortController();
    waiting.set(gateway, replaced);
    const acceptance = await untilAccepted(relay, { bundle, replaced: replaced.signal });
    if (acceptance.status === 'replaced') return;
    if (acceptance.status === 'late') return tell({ event: 'late', gateway, revision });
    if (acceptance.status === 'accepted') {
      tell({ event: 'accepted', gateway, revision, elapsedMs: Math.round(performance.now() - since) });
      return countAsGood(store, bundle, author);
    }
    tell({ event: 'nacked', gateway, revision, messages: acceptance.messages });
    const stable = await untilPutBack(relay, { bundle, replaced: replaced.signal });
    if (stable !== undefined) tell({ event: 'put-back', gateway, revision: stable });
  };

  return {
    async apply(files, since) {
      const { bundles, diagnostics } = compile(files, memo);
      const message = changesBetween(last, files);
      last = files;
      if (diagnostics.length > 0) tell({ event: 'diagnosed', diagnostics, files });
      if (hasErrors(diagnostics)) return;
      if (bundles.length === 0) return withhold({ kind: 'no-gateway' });
      await deploy(bundles, message, since);
    },
    close() {
      for (const replaced of waiting.values()) replaced.abort();
    },
  };
}

/** For the history: `Save shop.yaml`. */
function changesBetween(before: readonly SourceFile[], after: readonly SourceFile[]): string {
  const old = new Map(before.map(({ path, text }) => [path, text]));
  const now = new Map(after.map(({ path, text }) => [path, text]));
  if (old.size === 0) return 'Start';
  const saved = [...now].filter(([path, text]) => old.get(path) !== text).map(([path]) => path);
  const removed = [...old.keys()].filter((path) => !now.has(path));
  return [
    ...(saved.length > 0 ? [`Save ${saved.join(', ')}`] : []),
    ...(removed.length > 0 ? [`Remove ${removed.join(', ')}`] : []),
  ].join('; ');
}
