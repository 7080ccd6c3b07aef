/** Publishing: what the workspace compiles to becomes what relays give to Envoys. */
import type { CompiledBundle } from '../../../compiler/5-pack/gateway.ts';
import { canonicalJson } from '../../../compiler/canonical-json.ts';
import { textDigest } from '../../../compiler/hash.ts';
import type { GatewayName } from '../../../compiler/index.ts';
import {
  findCommit,
  history,
  loadBundle,
  lossSince,
  publishWorkspace,
  PUBLISH_POLICIES,
  readHead,
  readRevision,
  readSettings,
  viewCommit,
  writeSettings,
  type GatewayLoss,
  type HeldSettings,
  type PublishWorkspaceResult,
  type RecordedCommit,
  type Store,
  type WorkspaceSettings,
} from '../../../store/index.ts';
import { isObject, parseJson, wrongMediaType } from '../bodies.ts';
import * as parameters from '../common-parameters.ts';
import { etagHeader, expectationOf } from '../etags.ts';
import { json, MEDIA } from '../media.ts';
import { notifyRelays } from '../notify-relays.ts';
import type { Call, Operation } from '../operation.ts';
import { permitGateways } from '../permit.ts';
import { badRequest, noRevision, notFound, Problem } from '../problem.ts';
import { publishBacklog, type Published } from '../publish-change.ts';
import { readPublishRequest, type PublishRequest } from '../publish-request.ts';
import { retiredGateways } from '../retired.ts';
import { list, object, ref } from '../schemas.ts';
import { compiled, visibleCommit, visiblePublication, visiblePublications } from '../visible.ts';

const publish: Operation = {
  id: 'publish',
  method: 'post',
  path: '/v1/publish',
  tag: 'Publishing',
  summary: 'Publish gateways, so that Envoys get what the workspace says',
  description:
    'Each gateway is published at one stroke, and left alone if it has the same already. How its Envoys change over is up to the rollout that it wants.',
  parameters: [parameters.DRY_RUN],
  body: {
    description: 'What to publish; `{}`: all of the newest revision.',
    content: { [MEDIA.json]: ref('PublishRequest') },
  },
  answers: {
    200: { description: 'What became of each gateway.', content: { [MEDIA.json]: ref('PublishResult') } },
    404: { description: 'There is no such revision or gateway, or nothing was ever committed.' },
    409: {
      description:
        'A gateway would lose most of what its Envoys have; the answer names it in `losses`. Or what was published before was signed, and this API has no key to sign with.',
    },
  },
  needs: 'publish',
  async handle(call) {
    const request = await readPublishRequest(call);
    if (request.gateways) await permitGateways(call, 'publish', request.gateways);
    const commit = await findCommit(call.services.workspace, request.revision);
    if (!commit) throw noRevision(request.revision);
    const bundles = await bundlesOf(call, commit, request.gateways);
    const gateways = bundles.map(({ manifest }) => manifest.gateway);
    call.note({ gateways });
    if (!request.gateways) await permitGateways(call, 'publish', gateways);
    const stray = [...(request.expect ?? new Map()).keys()].find((name) => !gateways.includes(name));
    if (stray !== undefined) throw notFound(`"expect" names ${stray}, which is not published by this`);
    if (call.arguments.flag('dryRun')) return rehearse(call, commit, bundles, request);
    const { workspace, signKeys, verifyKeys, now, metrics } = call.services;
    const result = await publishWorkspace(workspace, {
      author: call.principal.name,
      time: new Date(now()).toISOString(),
      signKeys,
      verifyKeys,
      ...(request.message !== undefined && { message: request.message }),
      gateways: request.gateways ?? gateways, // None that has come meanwhile: it was not asked whether the caller may.
      ...(request.revision !== 'head' && { commit }),
      ...(request.expect && { expect: request.expect }),
      losses: request.losses,
    });
    const done = accepted(result);
    const published = done.gateways.filter(({ status }) => status === 'published');
    metrics.published(published.length);
    call.note({ commit: done.commit.digest, published: published.map(({ gateway }) => gateway) });
    notifyRelays(
      call,
      published.map(({ gateway }) => gateway),
    );
    return json({
      status: 'published',
      revision: await visibleCommit(call, done.commit),
      gateways: await visiblePublications(call, done.gateways),
    });
  },
};

async function bundlesOf(
  call: Call,
  commit: RecordedCommit,
  wanted: readonly GatewayName[] | undefined,
): Promise<readonly CompiledBundle[]> {
  const { workspace } = call.services;
  const { bundles } = await compiled(call, viewCommit(workspace, commit));
  const unknown = wanted?.find((name) => !bundles.some(({ manifest }) => manifest.gateway === name));
  if (unknown !== undefined) throw notFound(`there is no Gateway ${unknown}`);
  return bundles.filter(({ manifest }) => !wanted || wanted.includes(manifest.gateway));
}

async function rehearse(
  call: Call,
  commit: RecordedCommit,
  bundles: readonly CompiledBundle[],
  { gateways, revision: wanted }: PublishRequest,
): Promise<Response> {
  const { store } = call.services;
  const { publicationChanges } = await import('../envoy-changes.ts');
  const compared = await Promise.all(
    bundles.map(async (bundle) => {
      const { gateway } = bundle.manifest;
      const head = await readHead(store, gateway);
      const published = head && (await readRevision(store, head.pointer.revision));
      const revision = published ? await visiblePublication(call, published) : null;
      if (head?.pointer.bundle === bundle.id)
        return { publication: { gateway, status: 'unchanged', revision }, envoy: [] };
      const before = head && (await loaded(store, head.pointer.bundle));
      const loss = await lossSince(store, head, bundle);
      const envoy = publicationChanges(before, bundle);
      return { publication: { gateway, status: 'published', revision, ...(loss && { loss }) }, envoy };
    }),
  );
  const names = compared.map(({ publication }) => publication.gateway);
  const retired = gateways === undefined && wanted === 'head' ? await retiredGateways(call, names) : [];
  return json({
    status: 'planned',
    revision: await visibleCommit(call, commit),
    gateways: compared.map(({ publication }) => publication),
    ...(retired.length > 0 && { retired }),
    envoy: compared.flatMap(({ envoy }) => envoy),
  });
}

/** One that is not whole any more counts as none. */
export async function loaded(store: Store, bundle: string) {
  const result = await loadBundle(store, bundle);
  return result.status === 'loaded' ? result.bundle : undefined;
}

function accepted(result: PublishWorkspaceResult): Extract<PublishWorkspaceResult, { status: 'done' }> {
  switch (result.status) {
    case 'done':
      return result;
    case 'empty':
      throw notFound('nothing was ever committed');
    case 'unknown-gateway':
      throw notFound(`there is no Gateway ${result.gateway}`);
    case 'unsigned':
      throw new Problem(409, {
        title: 'What was published before was signed.',
        detail: `${result.gateway}: this API has no key to sign with`,
      });
    case 'lossy':
      throw new Problem(409, {
        title: 'Gateways would lose most of what their Envoys have.',
        detail: `${result.losses.map(describeLoss).join('; ')}. If that is meant, say "losses": "allow"`,
        losses: result.losses,
      });
    case 'invalid':
      throw new Problem(422, { title: 'The documents do not compile.', diagnostics: result.diagnostics });
  }
}

const describeLoss = ({ gateway, before, after }: GatewayLoss): string =>
  `of ${before} bytes of resources besides listeners ${gateway} would keep ${after}`;

const listPublications: Operation = {
  id: 'listPublications',
  method: 'get',
  path: '/v1/gateways/{name}/publications',
  about: 'Gateway',
  tag: 'Publishing',
  summary: 'List what was published for a gateway, the newest first',
  parameters: [parameters.NAME, parameters.NAMESPACE, parameters.LIMIT],
  answers: {
    200: { description: 'The publications.', content: { [MEDIA.json]: object({ items: list(ref('Revision')) }) } },
    404: { description: 'The gateway was never published.' },
  },
  needs: 'read',
  async handle(call) {
    const gateway = gatewayOf(call);
    await permitGateways(call, 'read', [gateway]);
    const items = await history(call.services.store, gateway, { limit: call.arguments.number('limit') ?? 100 });
    if (items.length === 0) throw notFound(`the gateway ${gateway} was never published`);
    return json({ items: await Promise.all(items.map((item) => visiblePublication(call, item))) });
  },
};

/** The gateway that the path and `namespace` name. */
export const gatewayOf = ({ arguments: given }: Call): GatewayName =>
  `${given.text('namespace') ?? 'default'}/${given.text('name') ?? ''}`;

const SETTINGS = {
  description: 'The settings.',
  content: { [MEDIA.json]: ref('Settings') },
  headers: ['etag'],
} as const;

const getSettings: Operation = {
  id: 'getSettings',
  method: 'get',
  path: '/v1/settings',
  tag: 'Publishing',
  summary: 'Get how the workspace is kept',
  answers: { 200: SETTINGS },
  needs: 'read',
  handle: async (call) => settingsJson((await readSettings(call.services.workspace)).settings),
};

const putSettings: Operation = {
  id: 'putSettings',
  method: 'put',
  path: '/v1/settings',
  tag: 'Publishing',
  summary: 'Say how the workspace is kept',
  parameters: [parameters.IF_MATCH],
  description:
    'With `automatic`, all that is not published yet is published at once, and from then on what each change concerns.',
  body: { description: 'The settings.', content: { [MEDIA.json]: ref('Settings') } },
  answers: {
    200: { ...SETTINGS, content: { [MEDIA.json]: ref('SettingsResult') } },
    412: { description: 'The settings are others than was expected.' },
  },
  needs: 'administer',
  async handle(call) {
    await permitGateways(call, 'administer', 'all');
    await permitGateways(call, 'publish', 'all');
    if (call.mediaType !== MEDIA.json) throw wrongMediaType(call, [MEDIA.json]);
    const body = parseJson(await call.text());
    const policy = isObject(body) && Object.keys(body).length === 1 ? body['publish'] : undefined;
    const publish = PUBLISH_POLICIES.find((known) => known === policy);
    if (!publish) throw badRequest(`the body must be an object with "publish": one of ${PUBLISH_POLICIES.join(', ')}`);
    const held = await expectedSettings(call);
    if (!(await writeSettings(call.services.workspace, { publish }, held))) throw stale();
    return settingsJson({ publish }, publish === 'automatic' ? await publishBacklog(call) : undefined);
  },
};

const settingsEtag = (settings: WorkspaceSettings): string => textDigest(canonicalJson(settings));

const settingsJson = (settings: WorkspaceSettings, published?: Published): Response =>
  json({ ...settings, ...published }, 200, { etag: etagHeader(settingsEtag(settings)) });

/** Those that are there, if the caller expects something of them. @throws Problem if they are others. */
async function expectedSettings({ request, services }: Call): Promise<HeldSettings | undefined> {
  const expect = expectationOf(request.headers);
  if (!expect) return undefined;
  const held = await readSettings(services.workspace);
  if ('etags' in expect && !expect.etags.includes(settingsEtag(held.settings))) throw stale();
  return held;
}

const stale = (): Problem => new Problem(412, { title: 'The settings are others than was expected.' });

export const PUBLISHING_OPERATIONS: readonly Operation[] = [publish, listPublications, getSettings, putSettings];
