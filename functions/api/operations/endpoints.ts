/** Endpoints of Upstreams that somebody pushes: nothing is compiled, committed or published when they change. */
import { canonicalJson } from '../../../compiler/canonical-json.ts';
import type { EndpointList } from '../../../compiler/discovered.ts';
import { textDigest } from '../../../compiler/hash.ts';
import {
  nameOfDocument,
  pushEndpoints,
  readPushedEndpoints,
  viewHead,
  withdrawEndpoints,
  type DocumentId,
  type StoredDocument,
  type WriteCondition,
} from '../../../store/index.ts';
import type { Action } from '../../identity/policy.ts';
import { isObject, wrongMediaType } from '../bodies.ts';
import * as parameters from '../common-parameters.ts';
import { etagHeader, expectationOf } from '../etags.ts';
import { json, MEDIA } from '../media.ts';
import type { Call, Operation } from '../operation.ts';
import { permitNamespace } from '../permit.ts';
import { forbidden, notFound, Problem } from '../problem.ts';
import { ref } from '../schemas.ts';
import { labelsOf } from '../selectors.ts';

const PATH = '/v1/upstreams/{name}/endpoints';
const LIST = {
  description: 'The endpoints.',
  content: { [MEDIA.json]: ref('EndpointList') },
  headers: ['etag'],
} as const;

const getEndpoints: Operation = {
  id: 'getEndpoints',
  method: 'get',
  path: PATH,
  about: 'Upstream',
  tag: 'Endpoints',
  summary: 'Get the endpoints that were pushed for an Upstream',
  description: 'Whether or not they have expired since.',
  parameters: [parameters.NAME, parameters.NAMESPACE],
  answers: { 200: LIST, 404: { description: 'There is no such Upstream, or nothing was pushed for it.' } },
  needs: 'read',
  async handle(call) {
    const name = await permitted(call, 'read');
    const held = await readHeld(call, name);
    if (!held) throw notFound(`nothing was pushed for the Upstream ${name}`);
    return json(listJson(held.list), 200, { etag: etagHeader(held.etag) });
  },
};

const putEndpoints: Operation = {
  id: 'putEndpoints',
  method: 'put',
  path: PATH,
  about: 'Upstream',
  tag: 'Endpoints',
  summary: 'Push the endpoints of an Upstream that has `discovery: {pushed: {}}`',
  description: 'They take the place of those before, and reach Envoys by themselves.',
  parameters: [
    parameters.NAME,
    parameters.NAMESPACE,
    {
      name: 'timeToLive',
      in: 'query',
      description:
        'After how many seconds they count no longer, unless they are pushed again; default: as `expires` says.',
      schema: { type: 'integer', minimum: 1, maximum: 31_536_000 },
    },
    parameters.IF_MATCH,
    parameters.IF_NONE_MATCH_WRITE,
  ],
  body: {
    description: 'The endpoints.',
    content: { [MEDIA.json]: ref('EndpointList'), [MEDIA.yaml]: ref('EndpointList') },
  },
  answers: {
    200: LIST,
    404: { description: 'There is no such Upstream.' },
    409: { description: 'The Upstream has its endpoints from elsewhere.' },
    412: { description: 'The endpoints are others than was expected.' },
  },
  needs: 'write',
  async handle(call) {
    const name = await permitted(call, 'write');
    const list = await readList(call);
    const condition = await conditionOf(call, name);
    const { store, now, signKeys } = call.services;
    const seconds = call.arguments.number('timeToLive') ?? secondsUntil(list, now());
    const put = await pushEndpoints(store, name, list.endpoints, {
      now: now(),
      signKeys,
      ...(seconds !== undefined && { timeToLiveSeconds: seconds }),
      ...(condition && { condition }),
    });
    if (put.status === 'conflict') throw stale(name);
    call.note({ upstream: name, endpoints: list.endpoints.length });
    const held = await readHeld(call, name);
    return json(listJson(held?.list ?? list), 200, held && { etag: etagHeader(held.etag) });
  },
};

const deleteEndpoints: Operation = {
  id: 'deleteEndpoints',
  method: 'delete',
  path: PATH,
  about: 'Upstream',
  tag: 'Endpoints',
  summary: 'Take away the endpoints that were pushed for an Upstream',
  description:
    'An API that signs leaves an empty list, which is signed too: relays with public keys do not believe that there is none.',
  parameters: [parameters.NAME, parameters.NAMESPACE],
  answers: { 204: { description: 'It has none now.' }, 404: { description: 'There is no such Upstream.' } },
  needs: 'write',
  async handle(call) {
    const name = await permitted(call, 'write');
    const { store, now, signKeys } = call.services;
    await withdrawEndpoints(store, name, { now: now(), signKeys });
    call.note({ upstream: name });
    return new Response(null, { status: 204 });
  },
};

/** `namespace/name` of the Upstream. @throws Problem if there is none, or the caller may not. */
async function permitted(call: Call, action: Action): Promise<string> {
  const { workspace, authorizer } = call.services;
  const { arguments: given } = call;
  const id: DocumentId = {
    kind: 'Upstream',
    namespace: given.text('namespace') ?? 'default',
    name: given.text('name') ?? '',
  };
  await permitNamespace(call, action, id.namespace);
  const view = await viewHead(workspace);
  const upstream = await view.get(id);
  if (!upstream) throw notFound(`there is no ${nameOfDocument(id)}`);
  const about = { action, namespace: id.namespace, labels: labelsOf(upstream.value) };
  const whole = await authorizer.decide(call.principal, { ...about, gateways: 'all' });
  if (!whole.allowed) {
    const gateways = (await workspace.compiler.references(view)).gateways(id);
    const decision = await authorizer.decide(call.principal, { ...about, gateways });
    if (!decision.allowed) throw forbidden(decision.reason);
  }
  if (action === 'write' && call.request.method === 'PUT' && !isPushed(upstream))
    throw new Problem(409, {
      title: 'The Upstream has its endpoints from elsewhere.',
      detail: `${nameOfDocument(id)} has no "discovery: {pushed: {}}"`,
    });
  return `${id.namespace}/${id.name}`;
}

function isPushed({ value: { spec } }: StoredDocument): boolean {
  const discovery = isObject(spec) ? spec['discovery'] : undefined;
  return isObject(discovery) && discovery['pushed'] !== undefined;
}

async function readList(call: Call): Promise<EndpointList> {
  if (call.mediaType !== MEDIA.json && call.mediaType !== MEDIA.yaml)
    throw wrongMediaType(call, [MEDIA.json, MEDIA.yaml]);
  const path = call.mediaType === MEDIA.json ? 'body.json' : 'body.yaml';
  const { readEndpoints } = await import('../../../compiler/endpoint-list.ts');
  const { value, diagnostics } = readEndpoints({ path, text: await call.text() });
  if (!value) throw new Problem(422, { title: 'The endpoints are not as they should be.', diagnostics });
  return value;
}

interface Held {
  readonly list: EndpointList;
  /** Of the content, whatever the bucket's own says. */
  readonly etag: string;
  readonly condition: WriteCondition;
}

async function readHeld({ services }: Call, name: string): Promise<Held | undefined> {
  const read = await readPushedEndpoints(services.store, name);
  if (read.status !== 'found') return undefined;
  return { list: read.list, etag: textDigest(canonicalJson(listJson(read.list))), condition: { match: read.etag } };
}

/** What the bucket must hold for a write to happen. @throws Problem if it does not hold that already. */
async function conditionOf(call: Call, name: string): Promise<WriteCondition | undefined> {
  const expect = expectationOf(call.request.headers);
  if (!expect) return undefined;
  const held = await readHeld(call, name);
  if ('state' in expect && expect.state === 'absent') {
    if (held) throw stale(name);
    return { absent: true };
  }
  if (!held || ('etags' in expect && !expect.etags.includes(held.etag))) throw stale(name);
  return held.condition;
}

const stale = (name: string): Problem =>
  new Problem(412, { title: 'The endpoints are others than was expected.', detail: name });

const secondsUntil = ({ expires }: EndpointList, now: number): number | undefined =>
  expires === undefined ? undefined : (expires - now) / 1000;

const listJson = ({ endpoints, expires }: EndpointList): object => ({
  endpoints,
  ...(expires !== undefined && { expires: new Date(expires).toISOString() }),
});

export const ENDPOINT_OPERATIONS: readonly Operation[] = [getEndpoints, putEndpoints, deleteEndpoints];
