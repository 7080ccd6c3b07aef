/** Reads pointers, rollouts and bundles from a bucket; whatever is wrong with them becomes an event. */
import type { Bundle, Digest, GatewayName } from '../../compiler/5-pack/bundle.ts';
import { DEFAULT_ROLLOUT } from '../../compiler/5-pack/rollout-policy.ts';
import { parsePointer, readRevision } from '../../store/head.ts';
import { walkHistory } from '../../store/history.ts';
import { pointerKey, POINTERS, rolloutKey, ROLLOUTS, signatureKey } from '../../store/keys.ts';
import { describeLoadFailure, loadBundle } from '../../store/load.ts';
import { parseRollout } from '../../store/rollout/parse.ts';
import type { Pointer } from '../../store/revision.ts';
import type { Release } from '../../store/rollout/state.ts';
import { StoreError, type ETag, type Store } from '../../store/store.ts';
import type { JudgePointer, JudgeRelease } from './admission.ts';
import type { BundleEvent, CheckEvent, Problem, RolloutNews } from './gateway-watch.ts';
import { headOf, needsHead, releasesFor, type Wanted } from './releases.ts';
import type { ListEvent } from './watch.ts';

/** Which gateways the bucket has, and the ETag of each one's pointer and rollout. */
export async function listGateways(store: Store, timeoutMs: number): Promise<ListEvent> {
  return attempt<ListEvent>(
    async () => {
      const pointers = await listETags(store, POINTERS);
      return { kind: 'listed', pointers, rollouts: await listETags(store, ROLLOUTS) };
    },
    timeoutMs,
    (problem) => ({ kind: 'list-failed', problem }),
  );
}

async function listETags(store: Store, folder: string): Promise<ReadonlyMap<GatewayName, ETag>> {
  const etags = new Map<GatewayName, ETag>();
  for await (const { key, etag } of store.list(folder)) {
    const gateway = gatewayOf(folder, key);
    if (gateway !== undefined) etags.set(gateway, etag);
  }
  return etags;
}

/** The gateway that an object below the folder is about. */
const gatewayOf = (folder: string, key: string): GatewayName | undefined =>
  /^([^/]+\/[^/]+)\.json$/.exec(key.slice(folder.length))?.[1];

export interface CheckOptions {
  readonly unlessMatch?: ETag | undefined;
  readonly unlessRolloutMatch?: ETag | undefined;
  /** The rollout's ETag as a list has just shown it: what is known need not be asked for, unless the pointer has moved. */
  readonly listedRollout?: { readonly etag: ETag | undefined } | undefined;
  readonly timeoutMs: number;
  /** Absent: every pointer is believed. */
  readonly judge?: JudgePointer | undefined;
  /** The pointer as it was read before: none that it has replaced is news. */
  readonly known?: Pointer | undefined;
}

/**
 * What a gateway's pointer and its rollout say, unless they are still the versions that the ETags name. The pointer is
 * read first, so that the rollout is never the older of the two.
 */
export async function checkGateway(store: Store, gateway: GatewayName, options: CheckOptions): Promise<CheckEvent> {
  const pointer = await readPointer(store, gateway, options);
  if (pointer.kind === 'check-failed') return pointer;
  const { listedRollout, unlessRolloutMatch } = options;
  if (pointer.kind === 'unchanged' && listedRollout && listedRollout.etag === unlessRolloutMatch) {
    return { kind: 'unchanged', rollout: { status: unlessRolloutMatch === undefined ? 'absent' : 'unchanged' } };
  }
  const rollout = await readRollout(
    store,
    gateway,
    options,
    pointer.kind === 'found' ? pointer.pointer : options.known,
  );
  return 'problem' in rollout ? { kind: 'check-failed', problem: rollout.problem } : { ...pointer, rollout };
}

type PointerEvent =
  | Omit<Extract<CheckEvent, { kind: 'found' }>, 'rollout'>
  | { readonly kind: 'unchanged' }
  | Extract<CheckEvent, { kind: 'check-failed' }>;

async function readPointer(
  store: Store,
  gateway: GatewayName,
  { unlessMatch, timeoutMs, judge, known }: CheckOptions,
): Promise<PointerEvent> {
  const failed = (problem: Problem): PointerEvent => ({ kind: 'check-failed', problem });
  const key = pointerKey(gateway);
  return attempt<PointerEvent>(
    async () => {
      const object = await store.get(key, unlessMatch);
      if (object.status === 'unchanged') return { kind: 'unchanged' };
      if (object.status === 'absent') return failed({ kind: 'pointer-missing', message: `the bucket has no ${key}` });
      const pointer = parsePointer(object.bytes);
      if (pointer?.gateway !== gateway) {
        return failed({ kind: 'pointer-invalid', message: `${key} is not a pointer of gateway ${gateway}` });
      }
      const refusal = await judge?.(pointer, object.bytes);
      if (refusal) return failed(refusal);
      if (known && (await isReplacedBy(store, pointer, known))) return failed(stale(pointer, known));
      return { kind: 'found', pointer, etag: object.etag };
    },
    timeoutMs,
    failed,
  );
}

/**
 * Whether a pointer is one that the known one came after, by the history of revisions. A history that begins anew, as when
 * somebody has emptied the bucket, is none of ours, so its pointers are news.
 */
async function isReplacedBy(store: Store, pointer: Pointer, known: Pick<Pointer, 'revision'>): Promise<boolean> {
  if (pointer.revision === known.revision) return false;
  const revision = await readRevision(store, pointer.revision);
  if (!revision || revision.parent === known.revision) return false;
  for await (const { digest, number } of walkHistory(store, known.revision)) {
    if (digest === revision.digest) return true;
    if (number <= revision.number) return false;
  }
  return false;
}

const stale = ({ gateway, revision }: Pointer, known: Pick<Pointer, 'revision'>): Problem => ({
  kind: 'pointer-stale',
  message:
    `${pointerKey(gateway)} names revision ${revision}, which came before ${known.revision}: ` +
    'the bucket gave what was there before, or somebody has put it back; then publish again',
});

/** A rollout of what came after the pointer shows that it is the pointer which is old. */
async function readRollout(
  store: Store,
  gateway: GatewayName,
  { unlessRolloutMatch, timeoutMs }: CheckOptions,
  pointer: Pointer | undefined,
): Promise<RolloutNews | { readonly problem: Problem }> {
  const failed = (problem: Problem) => ({ problem });
  const key = rolloutKey(gateway);
  return attempt<RolloutNews | { readonly problem: Problem }>(
    async () => {
      const object = await store.get(key, unlessRolloutMatch);
      if (object.status !== 'found') return { status: object.status };
      const state = parseRollout(object.bytes, gateway);
      if (state && pointer && (await isReplacedBy(store, pointer, state.candidate)))
        return failed(stale(pointer, state.candidate));
      if (state) return { status: 'found', state, etag: object.etag };
      return failed({ kind: 'rollout-invalid', message: `${key} is no state of a rollout of gateway ${gateway}` });
    },
    timeoutMs,
    failed,
  );
}

export interface LoadOptions {
  /** Bundles that need not be read again. */
  readonly held: readonly Bundle[];
  readonly timeoutMs: number;
  /** Absent: every release is believed. */
  readonly judge?: JudgeRelease | undefined;
}

/**
 * The bundles that are needed for what is wanted, every digest of them verified: those that nodes get, and as far as they
 * are to be had, those that nodes may be put back on.
 */
export async function loadReleases(store: Store, wanted: Wanted, options: LoadOptions): Promise<BundleEvent> {
  const failed = (problem: Problem): BundleEvent => ({ kind: 'load-failed', problem });
  return attempt<BundleEvent>(
    async () => {
      const loader = createLoader(store, wanted, options);
      const head = needsHead(wanted) ? await loader.load(headOf(wanted.pointer)) : undefined;
      if (head && 'problem' in head) return failed(head.problem);
      const { required, spare } = releasesFor(wanted, head?.manifest.rollout ?? DEFAULT_ROLLOUT);
      const bundles = new Map(head ? [[head.id, head]] : []);
      for (const release of required) {
        const bundle = await loader.load(release);
        if ('problem' in bundle) return failed(bundle.problem);
        bundles.set(bundle.id, bundle);
      }
      let lacking: Problem | undefined;
      for (const release of spare) {
        const bundle = await loader.load(release);
        if ('problem' in bundle) lacking = bundle.problem;
        else bundles.set(bundle.id, bundle);
      }
      const loaded = { ...wanted, bundles: [...bundles.values()], signatures: loader.signatures };
      return { kind: 'loaded', loaded, ...(lacking && { spare: lacking }) };
    },
    options.timeoutMs,
    failed,
  );
}

function createLoader(store: Store, { pointer }: Wanted, { held, judge }: LoadOptions) {
  const { gateway } = pointer;
  const known = new Map(held.map((bundle) => [bundle.id, bundle]));
  const signatures = new Map<Digest, Uint8Array>();

  /** The pointer's bundle has been judged with it, whatever other release has it too. */
  const refuse = async (release: Release): Promise<Problem | undefined> => {
    if (!judge || release.bundle === pointer.bundle) return undefined;
    const found = await store.get(signatureKey(release.revision));
    const bytes = found.status === 'found' ? found.bytes : undefined;
    const problem = await judge(gateway, release, bytes);
    if (!problem && bytes) signatures.set(release.revision, bytes);
    return problem;
  };
  return {
    signatures,
    async load(release: Release): Promise<Bundle | { readonly problem: Problem }> {
      const { bundle: id } = release;
      const problem = await refuse(release);
      if (problem) return { problem };
      const bundle = known.get(id) ?? (await readBundle(store, id, gateway, [...known.values()]));
      if (!('problem' in bundle)) known.set(id, bundle);
      return bundle;
    },
  };
}

async function readBundle(
  store: Store,
  id: Digest,
  gateway: GatewayName,
  held: readonly Bundle[],
): Promise<Bundle | { readonly problem: Problem }> {
  const result = await loadBundle(store, id, chunksOf(held));
  if (result.status === 'failed') {
    return { problem: { kind: result.failure.code, message: describeLoadFailure(result.failure) } };
  }
  const { manifest } = result.bundle;
  if (manifest.gateway === gateway) return result.bundle;
  const message = `bundle ${id} was compiled for gateway ${manifest.gateway}, and ${gateway} points to it`;
  return { problem: { kind: 'bundle-foreign', message } };
}

const chunksOf = (bundles: readonly Bundle[]): ReadonlyMap<Digest, Uint8Array> =>
  new Map(bundles.flatMap(({ chunks }) => [...chunks]));

async function attempt<T>(read: () => Promise<T>, timeoutMs: number, failed: (problem: Problem) => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    const problem: Problem = { kind: 'unreachable', message: `the bucket gave no answer within ${timeoutMs} ms` };
    timer = setTimeout(() => resolve(failed(problem)), timeoutMs);
  });
  try {
    return await Promise.race([read(), late]);
  } catch (error) {
    return failed(toProblem(error));
  } finally {
    clearTimeout(timer);
  }
}

function toProblem(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof StoreError) return { kind: error.retryable ? 'unreachable' : 'denied', message };
  return { kind: 'internal', message };
}
