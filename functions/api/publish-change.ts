/** What is published by itself, where the workspace says that each change is: what the change concerns, and nothing else. */
import type { GatewayName } from '../../compiler/index.ts';
import {
  publishNewest,
  readSettings,
  StoreError,
  type GatewayPublication,
  type Plan,
  type PublishWorkspaceOptions,
  type PublishWorkspaceResult,
  type RecordedCommit,
} from '../../store/index.ts';
import type { PublicationFailure } from './metrics.ts';
import { notifyRelays } from './notify-relays.ts';
import type { Call } from './operation.ts';
import { visiblePublications } from './visible.ts';

/** What has become of it, as members of an answer. */
export interface Published {
  readonly publications: readonly object[];
  /** Those that are not published, and why. Empty: it cannot be told which ones would have been. */
  readonly unpublished?: { readonly gateways: readonly GatewayName[]; readonly reason: string };
}

/**
 * Publishes the gateways that a change has reached, if the workspace wants that: whoever may commit there, publishes. What
 * others have not published yet of other gateways waits on.
 */
export async function publishChange(call: Call, commit: RecordedCommit, plan: Plan): Promise<Published | undefined> {
  const { settings } = await readSettings(call.services.workspace);
  if (settings.publish !== 'automatic') return undefined;
  const { author, message } = commit;
  return publishThese(call, await reachedBy(call, plan), { author, message });
}

/** Publishes all that is not published yet. Nobody has rehearsed it, so that no gateway may lose most of what it has. */
export const publishBacklog = (call: Call): Promise<Published> =>
  publishThese(call, undefined, { author: call.principal.name, losses: 'refuse' });

/** Those that are there after the change, and are not as they were. */
async function reachedBy(call: Call, plan: Plan): Promise<readonly GatewayName[]> {
  const there = plan.compilation.bundles.map(({ manifest }) => manifest.gateway);
  const changed = await plan.gateways();
  if (changed !== 'all') return there.filter((gateway) => changed.includes(gateway));
  // What was there before does not compile any more; then it is known by who refers to whom.
  const { references } = call.services.workspace.compiler;
  const both = [await references(plan.before), await references(plan.after)];
  const own = plan.documents.flatMap(({ id }) => both.flatMap((each) => each.gateways(id)));
  return there.filter((gateway) => own.includes(gateway));
}

type Options = Pick<PublishWorkspaceOptions, 'author' | 'message' | 'losses'>;

/** @param wanted absent: all that there are */
async function publishThese(
  call: Call,
  wanted: readonly GatewayName[] | undefined,
  options: Options,
): Promise<Published> {
  const { gateways, failure } = wanted?.length === 0 ? NOTHING : await attempt(call, wanted, options);
  const published = gateways.filter(({ status }) => status === 'published').map(({ gateway }) => gateway);
  call.services.metrics.published(published.length);
  call.note({ published });
  notifyRelays(call, published);
  const publications = await visiblePublications(call, gateways);
  if (!failure) return { publications };
  const unpublished = { gateways: failure.gateways ?? wanted ?? [], reason: failure.reason };
  // Whoever runs this learns of it whether or not the caller looks at the answer.
  call.services.metrics.publicationFailed(failure.kind);
  call.note({ unpublished: unpublished.gateways, reason: unpublished.reason });
  call.services.onError(
    new Error(`not published: ${unpublished.gateways.join(', ')}: ${failure.reason}`, { cause: failure.cause }),
    call.requestId,
  );
  return { publications, unpublished };
}

interface Attempt {
  readonly gateways: readonly GatewayPublication[];
  readonly failure?: Failure;
}

interface Failure {
  readonly kind: PublicationFailure;
  /** For the caller. */
  readonly reason: string;
  /** Absent: all that were wanted. */
  readonly gateways?: readonly GatewayName[];
  readonly cause?: unknown;
}

const NOTHING: Attempt = { gateways: [] };

/** The change is made by now, so that nothing which goes wrong with its publication makes the answer a refusal. */
async function attempt(call: Call, wanted: readonly GatewayName[] | undefined, options: Options): Promise<Attempt> {
  const { workspace, signKeys, verifyKeys, now } = call.services;
  const time = new Date(now()).toISOString();
  try {
    const keys = { signKeys, verifyKeys };
    const result = await publishNewest(workspace, { ...options, ...(wanted && { gateways: wanted }), time, ...keys });
    if (result.status !== 'unknown-gateway') return outcomeOf(result);
    // Somebody has deleted it meanwhile.
    const left = wanted?.filter((gateway) => result.known.includes(gateway));
    return left?.length === 0 ? NOTHING : await attempt(call, left, options);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    return { gateways: [], failure: { kind: 'bucket', reason: 'the bucket is out of reach, or refuses', cause } };
  }
}

function outcomeOf(result: Exclude<PublishWorkspaceResult, { status: 'unknown-gateway' }>): Attempt {
  switch (result.status) {
    case 'done': {
      const { gateways } = result;
      const lost = gateways.filter(({ status }) => status === 'conflict').map(({ gateway }) => gateway);
      if (lost.length === 0) return { gateways };
      return { gateways, failure: { kind: 'conflict', gateways: lost, reason: 'others publish again and again' } };
    }
    case 'empty':
      return NOTHING;
    case 'unsigned':
      return failed('unsigned', `${result.gateway} was signed before, and this API has no key to sign with`);
    case 'invalid':
      return failed('invalid', 'the newest revision does not compile, with the compiler of today');
    case 'lossy': {
      const names = result.losses.map(({ gateway }) => gateway).join(', ');
      return failed('loss', `${names} would lose most of what Envoys have; publish it with "losses": "allow"`);
    }
  }
}

const failed = (kind: PublicationFailure, reason: string): Attempt => ({ gateways: [], failure: { kind, reason } });
