/** Rollouts where an API stands before the bucket. */
import { isCount, isDigest, isString, listOf, matches } from '../../compiler/shape.ts';
import { parseRollout, type BundleCount, type Release, type RolloutState } from '../../store/index.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { writeData, type OutputFormat } from '../output.ts';
import { showRollout } from '../rollout/show.ts';
import type { ShownFleet } from '../rollout/view.ts';
import type { Remote } from './client.ts';
import { addressOf } from './gateways.ts';
import { checked, objectsIn, type JsonObject } from './json.ts';
import { orSuggestGateway } from './suggestions.ts';

interface Flags {
  readonly output: OutputFormat;
  readonly message?: string;
  readonly full?: boolean;
}

/** Shows a rollout, or says something to it first. @param command such as `pause`; nothing: it is only shown */
export async function rolloutRemote(
  command: string | undefined,
  gateway: string,
  remote: Remote,
  flags: Flags,
  host: Host,
): Promise<ExitCode> {
  const { output } = flags;
  const answer = await (command === undefined
    ? lookRemote(gateway, remote)
    : directRemote(command, gateway, remote, flags));
  const state = stateIn(answer, gateway);
  if (output === 'text') await show(state, remote, host);
  else writeData(host, answer, output);
  return command === undefined && FAILED.has(state.phase) ? EXIT.negative : EXIT.success;
}

function lookRemote(gateway: string, remote: Remote): Promise<JsonObject> {
  const { path, namespace } = addressOf(gateway);
  const request = { method: 'GET', path: `/v1/rollouts/${path}`, query: { namespace } } as const;
  return orSuggestGateway(remote, gateway, () => remote.send(request));
}

/** Says something to a rollout; the answer is what it is then. */
export function directRemote(
  command: string,
  gateway: string,
  remote: Remote,
  { message, full }: Pick<Flags, 'message' | 'full'>,
): Promise<JsonObject> {
  const { path, namespace } = addressOf(gateway);
  const query = { namespace, message, full };
  const request = { method: 'POST', path: `/v1/rollouts/${path}/${command}`, query, repeatable: 'by-key' } as const;
  return orSuggestGateway(remote, gateway, () => remote.send(request));
}

const FAILED: ReadonlySet<string> = new Set(['paused', 'rolled-back', 'aborted']);

/** The API answers what lies in the bucket. */
function stateIn(answer: JsonObject, gateway: string): RolloutState {
  const state = parseRollout(new TextEncoder().encode(JSON.stringify(answer)), gateway);
  return checked<RolloutState>(state, (value): value is RolloutState => value !== undefined);
}

/** With what was published since, and what its nodes run. */
async function show(state: RolloutState, remote: Remote, host: Host): Promise<void> {
  const { gateway, policy, candidate } = state;
  const { path, namespace } = addressOf(gateway);
  const query = { namespace, limit: 1 };
  const published = await remote.send({ method: 'GET', path: `/v1/gateways/${path}/publications`, query });
  const nodes = await remote.send({ method: 'GET', path: '/v1/nodes', query: { gateway } });
  const [newest] = objectsIn(published, 'items');
  const [fleet] = objectsIn(nodes, 'items');
  showRollout(
    {
      gateway,
      head: newest ? headOf(checked(newest, isPublished)) : candidate,
      policy,
      state,
      fleet: fleet ? fleetOf(checked(fleet, isFleet)) : NOBODY,
    },
    host,
  );
}

interface Published extends Omit<Release, 'revision'> {
  readonly digest: string;
}

const isPublished = (value: unknown): value is Published =>
  matches(value, { digest: isDigest, bundle: isDigest, number: isCount });

const headOf = ({ digest, bundle, number }: Published): Release => ({ revision: digest, bundle, number });

interface Fleet extends Omit<ShownFleet, 'bundles'> {
  readonly bundles: readonly BundleCount[];
}

const isFleet = (value: unknown): value is Fleet =>
  matches(value, {
    relays: isCount,
    connected: isCount,
    bundles: listOf((bundle) =>
      matches(bundle, { bundle: isDigest, accepted: isCount, pending: isCount, rejected: isCount }),
    ),
    rejections: listOf((rejection) =>
      matches(rejection, { node: isString, bundle: isDigest, message: isString, time: isString }),
    ),
  });

const fleetOf = ({ bundles, ...fleet }: Fleet): ShownFleet => ({
  ...fleet,
  bundles: new Map(bundles.map((each) => [each.bundle, each])),
});

const NOBODY: ShownFleet = { relays: 0, connected: 0, bundles: new Map(), rejections: [] };
