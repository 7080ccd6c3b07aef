/** What runs: rollouts, nodes, and what a node is started with. */
import { bucketTime, commandRollout, readRollout, viewHead, type RolloutCommand } from '../../../store/index.ts';
import * as parameters from '../common-parameters.ts';
import { publishedGateways, readFleets } from '../fleets.ts';
import { json, MEDIA } from '../media.ts';
import { notifyRelays } from '../notify-relays.ts';
import type { Call, Operation } from '../operation.ts';
import { permitGateways } from '../permit.ts';
import { notFound, Problem } from '../problem.ts';
import { list, object, ref } from '../schemas.ts';
import { compiled } from '../visible.ts';
import { anotherRequest, requestOf } from '../write.ts';
import { gatewayOf } from './publishing.ts';

const ROLLOUT = {
  description: 'How far the nodes have changed over.',
  content: { [MEDIA.json]: ref('RolloutState') },
} as const;
const NO_ROLLOUT = { description: 'The gateway was never published, or there was no rollout.' } as const;

const listRollouts: Operation = {
  id: 'listRollouts',
  method: 'get',
  path: '/v1/rollouts',
  tag: 'Rollouts',
  summary: 'List the rollouts of all gateways',
  answers: {
    200: { description: 'By gateway.', content: { [MEDIA.json]: object({ items: list(ref('RolloutState')) }) } },
  },
  needs: 'read',
  async handle(call) {
    const items: object[] = [];
    for (const gateway of await publishedGateways(call)) {
      const held = await readRollout(call.services.store, gateway);
      if (held) items.push(held.state);
    }
    return json({ items });
  },
};

const getRollout: Operation = {
  id: 'getRollout',
  method: 'get',
  path: '/v1/rollouts/{name}',
  about: 'Gateway',
  tag: 'Rollouts',
  summary: 'Get the rollout of a gateway',
  parameters: [parameters.NAME, parameters.NAMESPACE],
  answers: { 200: ROLLOUT, 404: NO_ROLLOUT },
  needs: 'read',
  async handle(call) {
    const gateway = gatewayOf(call);
    await permitGateways(call, 'read', [gateway]);
    const held = await readRollout(call.services.store, gateway);
    if (!held) throw notFound(`there was no rollout of ${gateway}`);
    return json(held.state);
  },
};

const COMMANDS: readonly (Pick<Operation, 'id' | 'summary'> & { readonly kind: RolloutCommand['kind'] })[] = [
  { kind: 'pause', id: 'pauseRollout', summary: 'Give the new revision to nobody else for now' },
  { kind: 'resume', id: 'resumeRollout', summary: 'Go on after a pause, or begin again after a failure' },
  { kind: 'promote', id: 'promoteRollout', summary: 'Go on without waiting' },
  { kind: 'abort', id: 'abortRollout', summary: 'Put every node back on the last good revision' },
];

const ALL_NODES = {
  name: 'full',
  in: 'query',
  description: 'Whether every node gets the revision at once; otherwise those of the next step.',
  schema: { type: 'boolean', default: false },
} as const;

const commandOperations: readonly Operation[] = COMMANDS.map(({ kind, id, summary }) => ({
  id,
  method: 'post',
  path: `/v1/rollouts/{name}/${kind}`,
  about: 'Gateway',
  tag: 'Rollouts',
  summary,
  parameters: [
    parameters.NAME,
    parameters.NAMESPACE,
    ...(kind === 'promote' ? [ALL_NODES] : []),
    ...(kind === 'pause' || kind === 'abort' ? [parameters.MESSAGE] : []),
    parameters.IDEMPOTENCY_KEY,
  ],
  answers: {
    200: ROLLOUT,
    404: NO_ROLLOUT,
    409: { description: 'That is not possible now; `detail` says why.' },
    422: { description: 'The Idempotency-Key belongs to another request.' },
  },
  needs: 'publish',
  handle: (call) => command(call, kind),
}));

async function command(call: Call, kind: RolloutCommand['kind']): Promise<Response> {
  const gateway = gatewayOf(call);
  await permitGateways(call, 'publish', [gateway]);
  const { store } = call.services;
  const request = await requestOf(call);
  const said = { author: call.principal.name, now: await bucketTime(store), ...(request && { request }) };
  const message = call.arguments.text('message');
  const result = await commandRollout(
    store,
    gateway,
    kind === 'promote'
      ? { ...said, kind, to: call.arguments.flag('full') ? 'all' : 'next' }
      : { ...said, kind, ...(message !== undefined && { message }) },
  );
  call.note({ gateway, command: kind });
  if (!result) throw notFound(`the gateway ${gateway} was never published`);
  if (result.status === 'done') {
    notifyRelays(call, [gateway]);
    return json(result.state);
  }
  if (result.status === 'another-request') throw anotherRequest();
  throw new Problem(409, { title: 'That is not possible now.', detail: `${result.message}; ${result.help}` });
}

const listNodes: Operation = {
  id: 'listNodes',
  method: 'get',
  path: '/v1/nodes',
  tag: 'Nodes',
  summary: 'List the Envoys of all gateways, and what they run',
  description: 'As relays report it: those in trouble first, with what Envoy has said of a bundle that it rejected.',
  parameters: [
    {
      name: 'gateway',
      in: 'query',
      description: 'Only nodes of this gateway, by `namespace/name`.',
      schema: { type: 'string', pattern: '^[a-z0-9-]+/[a-z0-9.-]+$' },
    },
  ],
  answers: {
    200: { description: 'By gateway.', content: { [MEDIA.json]: object({ items: list(ref('Fleet')) }) } },
  },
  needs: 'read',
  async handle(call) {
    return json({ items: await readFleets(call, call.arguments.text('gateway')) });
  },
};

const getBootstrap: Operation = {
  id: 'getBootstrap',
  method: 'get',
  path: '/v1/gateways/{name}/bootstrap',
  about: 'Gateway',
  tag: 'Nodes',
  summary: 'Get what an Envoy of a gateway is started with',
  parameters: [
    parameters.NAME,
    parameters.NAMESPACE,
    {
      name: 'node',
      in: 'query',
      description: 'The identifier of the Envoy; if left out, it must be given to Envoy as `--service-node`.',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    },
  ],
  answers: {
    200: { description: 'Envoy’s bootstrap, as ProtoJSON.', content: { [MEDIA.json]: { type: 'object' } } },
    404: { description: 'There is no such Gateway.' },
  },
  needs: 'read',
  async handle(call) {
    const gateway = gatewayOf(call);
    await permitGateways(call, 'read', [gateway]);
    const { workspace } = call.services;
    const { bundles } = await compiled(call, await viewHead(workspace));
    const bundle = bundles.find(({ manifest }) => manifest.gateway === gateway);
    if (!bundle) throw notFound(`there is no Gateway ${gateway}`);
    const node = call.arguments.text('node');
    const { labels } = bundle.manifest.nodes;
    const bootstrap = {
      ...bundle.bootstrap,
      node: {
        ...bundle.bootstrap.node,
        ...(node !== undefined && { id: node }),
        ...(Object.keys(labels).length > 0 && { metadata: labels }),
      },
    };
    const { canonical } = await import('../../../compiler/xds/index.ts');
    return json(canonical('envoy.config.bootstrap.v3.Bootstrap', bootstrap));
  },
};

export const FLEET_OPERATIONS: readonly Operation[] = [
  listRollouts,
  getRollout,
  ...commandOperations,
  listNodes,
  getBootstrap,
];
