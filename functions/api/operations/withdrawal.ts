/** Taking back what was published for a gateway that is not to serve any more. */
import { readHead, readRevision, viewHead } from '../../../store/index.ts';
import * as parameters from '../common-parameters.ts';
import { json, MEDIA } from '../media.ts';
import { notifyRelays } from '../notify-relays.ts';
import type { Call, Operation } from '../operation.ts';
import { permitGateways } from '../permit.ts';
import { notFound, Problem } from '../problem.ts';
import { list, object, ref } from '../schemas.ts';
import { visiblePublication } from '../visible.ts';
import { gatewayOf, loaded } from './publishing.ts';

const withdrawGateway: Operation = {
  id: 'withdrawGateway',
  method: 'post',
  path: '/v1/gateways/{name}/withdraw',
  about: 'Gateway',
  tag: 'Publishing',
  summary: 'Take away from the Envoys of a gateway all that they have',
  description:
    'For a gateway whose document is deleted; its Envoys keep what they have until then. They stop listening all at once, whatever rollout it had wanted. Committing the document again and publishing it brings it back.',
  parameters: [parameters.NAME, parameters.NAMESPACE, parameters.DRY_RUN, parameters.MESSAGE],
  answers: {
    200: {
      description: 'What became of the gateway. `envoy`: what its Envoys would lose, if asked for by `dryRun`.',
      content: {
        [MEDIA.json]: object({
          status: { enum: ['withdrawn', 'planned', 'unchanged'] },
          revision: { anyOf: [ref('Revision'), { type: 'null' }] },
          'envoy?': list(ref('EnvoyChanges')),
        }),
      },
    },
    404: { description: 'The gateway was never published.' },
    409: {
      description:
        'The Gateway is still there, somebody else has published it meanwhile, or it was signed, and this API has no key to sign with.',
    },
  },
  needs: 'publish',
  handle: withdrawNamed,
};

async function withdrawNamed(call: Call): Promise<Response> {
  const gateway = gatewayOf(call);
  call.note({ gateways: [gateway] });
  await permitGateways(call, 'publish', [gateway]);
  const { store, workspace, signKeys, verifyKeys, now, metrics } = call.services;
  const [namespace = '', name = ''] = gateway.split('/');
  if (await (await viewHead(workspace)).get({ kind: 'Gateway', namespace, name }))
    throw new Problem(409, {
      title: 'The Gateway is still there.',
      detail: `${gateway} would be published again; delete the Gateway first`,
    });
  if (call.arguments.flag('dryRun')) return rehearse(call, gateway);
  const { withdraw } = await import('../../../store/withdraw.ts');
  const result = await withdraw(store, gateway, {
    author: call.principal.name,
    message: call.arguments.text('message') ?? 'withdraw the gateway',
    time: new Date(now()).toISOString(),
    signKeys,
    verifyKeys,
  });
  switch (result.status) {
    case 'published':
      metrics.published(1);
      call.note({ published: [gateway] });
      notifyRelays(call, [gateway]);
      return json({ status: 'withdrawn', revision: result.revision });
    case 'unchanged':
      return json({ status: 'unchanged', revision: await visiblePublication(call, result.revision) });
    case 'unknown':
      throw notFound(`the gateway ${gateway} was never published`);
    case 'conflict':
      throw new Problem(409, { title: 'Somebody else has published the gateway meanwhile.', detail: gateway });
    case 'broken':
      throw new Problem(409, {
        title: 'What was published is not whole any more.',
        detail: `${gateway}: it cannot be known which Envoys belong to it; commit the Gateway again and publish it first`,
      });
    case 'unsigned':
      throw new Problem(409, {
        title: 'What was published before was signed.',
        detail: `${gateway}: this API has no key to sign with`,
      });
  }
}

async function rehearse(call: Call, gateway: string): Promise<Response> {
  const { store } = call.services;
  const head = await readHead(store, gateway);
  if (!head) throw notFound(`the gateway ${gateway} was never published`);
  const [{ emptyBundle }, { publicationChanges }] = await Promise.all([
    import('../../../store/withdraw.ts'),
    import('../envoy-changes.ts'),
  ]);
  const before = await loaded(store, head.pointer.bundle);
  const revision = await readRevision(store, head.pointer.revision);
  return json({
    status: 'planned',
    revision: revision ? await visiblePublication(call, revision) : null,
    envoy: before ? publicationChanges(before, emptyBundle(before.manifest)) : [],
  });
}

export const WITHDRAWAL_OPERATIONS: readonly Operation[] = [withdrawGateway];
