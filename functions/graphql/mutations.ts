/** What GraphQL can change: by operations of the REST API, so that what they check and how they commit is said once. */
import { keyOf } from '../../compiler/2-validate/model.ts';
import { DEFAULT_NAMESPACE } from '../../store/index.ts';
import { etagHeader } from '../api/etags.ts';
import { KINDS, resourceOf } from '../api/kinds.ts';
import { MEDIA } from '../api/media.ts';
import { badRequest } from '../api/problem.ts';
import type { Fields, Resolve, Run } from './context.ts';

interface WriteArguments {
  readonly base?: string | null;
  readonly dryRun: boolean;
  readonly message?: string;
  readonly idempotencyKey?: string;
}

export const mutations = (run: Run): Fields => ({
  ...documentMutations(run),
  ...publishingMutations(run),
  ...endpointMutations(run),
});

function documentMutations(run: Run): Fields {
  return {
    apply: (_source, args: WriteArguments & ApplyArguments, context) => {
      const { documents, idempotencyKey, ...query } = args;
      return run(context, {
        operation: 'applyDocuments',
        query: { ...query },
        headers: { 'idempotency-key': idempotencyKey },
        body: { apiVersion: 'v1', kind: 'List', items: documents },
      });
    },
    put: (_source, { document, ifNoneMatch, ...args }: DocumentArguments & PutArguments, context) => {
      const { kind, headers, ...invocation } = documentInvocation(args);
      const all = { ...headers, 'if-none-match': tagHeader(ifNoneMatch) };
      return run(context, { operation: `put${kind}`, ...invocation, headers: all, body: document });
    },
    patch: (_source, { patch, ...args }: DocumentArguments & { readonly patch: unknown }, context) => {
      const { kind, ...invocation } = documentInvocation(args);
      const mediaType = Array.isArray(patch) ? MEDIA.jsonPatch : MEDIA.mergePatch;
      return run(context, { operation: `patch${kind}`, ...invocation, body: patch, mediaType });
    },
    delete: (_source, { cascade, ...args }: DocumentArguments & { readonly cascade: boolean }, context) => {
      const { kind, query, ...invocation } = documentInvocation(args);
      return run(context, { operation: `delete${kind}`, ...invocation, query: { ...query, cascade } });
    },
    rollback: (_source, args: WriteArguments & { readonly revision: string }, context) => {
      const { revision, idempotencyKey, ...query } = args;
      return run(context, {
        operation: 'rollback',
        query: { ...query },
        headers: { 'idempotency-key': idempotencyKey },
        body: { revision },
      });
    },
    importOpenapi: (_source, args: WriteArguments & ImportArguments, context) => {
      const { description, hostnames, idempotencyKey, ...query } = args;
      return run(context, {
        operation: 'importOpenapi',
        query: { ...query, hostnames: hostnames?.join(',') },
        headers: { 'idempotency-key': idempotencyKey },
        body: description,
      });
    },
  };
}

/** What is asked of one document. @throws Problem if there is no such kind */
function documentInvocation({ kind, name, ifMatch, idempotencyKey, ...query }: DocumentArguments) {
  const known = KINDS.find((one) => one === kind || resourceOf(one) === kind);
  if (!known) throw badRequest(`there is no kind ${JSON.stringify(kind)}`);
  const headers = { 'if-match': tagHeader(ifMatch), 'idempotency-key': idempotencyKey };
  return { kind: known, path: { name }, query, headers };
}

function publishingMutations(run: Run): Fields {
  const rollout =
    (operation: string): Resolve<never> =>
    (_source, args: RolloutArguments, context) => {
      const { gateway, message, full, idempotencyKey } = args;
      const [namespace = '', name = ''] = keyOf(gateway, DEFAULT_NAMESPACE).split('/');
      return run(context, {
        operation,
        path: { name },
        query: { namespace, message, full: full || undefined },
        headers: { 'idempotency-key': idempotencyKey },
      });
    };
  return {
    publish: (_source, { dryRun, ...body }: WriteArguments & PublishArguments, context) =>
      run(context, { operation: 'publish', query: { dryRun }, body: givenOf(body) }),
    withdraw: (_source, { gateway, dryRun, message }: WriteArguments & { readonly gateway: string }, context) => {
      const [namespace = '', name = ''] = keyOf(gateway, DEFAULT_NAMESPACE).split('/');
      return run(context, { operation: 'withdrawGateway', path: { name }, query: { namespace, dryRun, message } });
    },
    pauseRollout: rollout('pauseRollout'),
    resumeRollout: rollout('resumeRollout'),
    promoteRollout: rollout('promoteRollout'),
    abortRollout: rollout('abortRollout'),
    updateSettings: (_source, { ifMatch, ...settings }: Conditional & { readonly publish: string }, context) =>
      run(context, { operation: 'putSettings', headers: { 'if-match': tagHeader(ifMatch) }, body: settings }),
  };
}

function endpointMutations(run: Run): Fields {
  return {
    pushEndpoints: (_source, args: UpstreamArguments & PushArguments, context) => {
      const { upstream, namespace, endpoints, expires, timeToLive, ifMatch } = args;
      return run(context, {
        operation: 'putEndpoints',
        path: { name: upstream },
        query: { namespace, timeToLive },
        headers: { 'if-match': tagHeader(ifMatch) },
        body: givenOf({ endpoints, expires }),
      });
    },
    withdrawEndpoints: async (_source, { upstream, namespace }: UpstreamArguments, context) => {
      await run(context, { operation: 'deleteEndpoints', path: { name: upstream }, query: { namespace } });
      return true;
    },
  };
}

/** Without what is null, which a body may not have. */
const givenOf = (args: object): object => Object.fromEntries(Object.entries(args).filter(([, value]) => value != null));

/** Fields have a tag alone, a header has it in quotation marks; who gives it with them is understood, too. */
const tagHeader = (etag: string | null | undefined): string | null | undefined =>
  etag == null || etag === '*' || etag.includes('"') ? etag : etagHeader(etag);

interface Conditional {
  /** The `etag` that a field has. */
  readonly ifMatch?: string | null;
}

interface WriteArguments {
  readonly dryRun: boolean;
  readonly message?: string;
  readonly idempotencyKey?: string;
}

interface ApplyArguments {
  readonly documents: readonly unknown[];
  readonly prune: boolean;
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
}

interface DocumentArguments extends Conditional, WriteArguments {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

interface PutArguments {
  readonly document: unknown;
  readonly ifNoneMatch?: string | null;
}

interface ImportArguments {
  readonly description: unknown;
  readonly gateway: string;
  readonly createGateway: boolean;
  readonly namespace: string;
  readonly name?: string | null;
  readonly hostnames?: readonly string[] | null;
  readonly server?: string | null;
}

interface PublishArguments {
  readonly gateways?: readonly string[] | null;
  readonly revision?: string | null;
  readonly losses?: string | null;
  readonly expect?: unknown;
}

interface RolloutArguments {
  readonly gateway: string;
  readonly message?: string | null;
  readonly full?: boolean;
  readonly idempotencyKey?: string | null;
}

interface UpstreamArguments {
  readonly upstream: string;
  readonly namespace: string;
}

interface PushArguments extends Conditional {
  readonly endpoints: readonly unknown[];
  readonly expires?: string | null;
  readonly timeToLive?: number | null;
}
