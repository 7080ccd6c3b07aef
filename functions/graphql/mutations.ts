/** What GraphQL can change: by operations of the REST API, so that what they check and how they commit is said once. */
import { etagHeader } from '../api/etags.ts';
import { KINDS, resourceOf } from '../api/kinds.ts';
import { badRequest } from '../api/problem.ts';
import type { Fields, Resolve, Run } from './context.ts';
import { graphqlError } from './invoke.ts';

interface WriteArguments {
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
      const { documents, prune, namespace, labelSelector, dryRun, message, idempotencyKey } = args;
      return run(context, {
        operation: 'applyDocuments',
        query: { prune, namespace, labelSelector, dryRun, message },
        headers: { 'idempotency-key': idempotencyKey },
        body: { apiVersion: 'v1', kind: 'List', items: documents },
      });
    },
    delete: (_source, args: WriteArguments & DeleteArguments, context) => {
      const { kind, name, namespace, cascade, ifMatch, dryRun, message, idempotencyKey } = args;
      const known = KINDS.find((one) => one === kind || resourceOf(one) === kind);
      if (!known) throw graphqlError(badRequest(`there is no kind ${JSON.stringify(kind)}`));
      return run(context, {
        operation: `delete${known}`,
        path: { name },
        query: { namespace, cascade, dryRun, message },
        headers: { 'if-match': tagHeader(ifMatch), 'idempotency-key': idempotencyKey },
      });
    },
    rollback: (_source, args: WriteArguments & { readonly revision: string }, context) => {
      const { revision, dryRun, message, idempotencyKey } = args;
      return run(context, {
        operation: 'rollback',
        query: { dryRun, message },
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

function publishingMutations(run: Run): Fields {
  const rollout =
    (operation: string): Resolve<never> =>
    (_source, args: RolloutArguments, context) => {
      const { gateway, message, full, idempotencyKey } = args;
      const [namespace = '', name = ''] = gateway.split('/');
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
      const [namespace = '', name = ''] = gateway.split('/');
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
}

interface DeleteArguments extends Conditional {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly cascade: boolean;
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
