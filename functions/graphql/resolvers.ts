/** Where the fields of GraphQL get their values from. All others are read from the documents as they stand. */
import { Kind as AstKind, GraphQLScalarType, type ValueNode } from 'graphql';
import { keyOf, type Kind } from '../../compiler/2-validate/model.ts';
import { KINDS, resourceOf } from '../api/kinds.ts';
import type { Call, Operation } from '../api/operation.ts';
import { viewHead } from '../../store/index.ts';
import { readFleets } from '../api/fleets.ts';
import { visibleCommit } from '../api/visible.ts';
import { commitsBetween, looks } from '../api/watching.ts';
import { OPERATION_COST, type Budget } from './budget.ts';
import type { Documents, GraphqlDocument, PageArguments } from './documents.ts';
import { REFERENCES, UNIONS } from './generated/model.ts';
import { invoke, type Invocation } from './invoke.ts';
import { fieldOf, listFieldOf } from './operations-sdl.ts';

export interface Context {
  readonly call: Call;
  readonly documents: Documents;
  readonly budget: Budget;
}

type Source = Readonly<Record<string, unknown>>;
type Arguments = Readonly<Record<string, never>>;
type Resolve<A = Arguments> = (source: Source, args: A, context: Context) => unknown;

export function createResolvers(operations: readonly Operation[]) {
  const run = ({ call, budget }: Context, invocation: Invocation) => {
    budget.spend(OPERATION_COST);
    return invoke(call, operations, invocation);
  };
  const named = KINDS.flatMap((kind): [string, Resolve<never>][] => [
    [
      fieldOf(kind),
      (_source, { name, namespace }: { readonly name: string; readonly namespace: string }, { documents }) =>
        documents.get(kind, `${namespace}/${name}`),
    ],
    [listFieldOf(kind), (_source, wanted: PageArguments, { documents }) => documents.page(kind, wanted)],
  ]);
  return {
    JSON: JSON_SCALAR,
    Document: { __resolveType: ({ kind }: GraphqlDocument) => kind },
    ...unionResolvers(),
    ...modelResolvers(),
    Query: { ...Object.fromEntries(named), ...queries(run) },
    Mutation: mutations(run),
    Subscription: subscriptions(),
  };
}

type Run = (context: Context, invocation: Invocation) => Promise<unknown>;

function queries(run: Run): Readonly<Record<string, Resolve<never>>> {
  const items = async (answer: Promise<unknown>) => at(await answer, 'items');
  return {
    revisions: (_source, { first, after }: { readonly first: number; readonly after?: string }, context) =>
      items(run(context, { operation: 'listRevisions', query: { limit: first, cursor: after } })),
    revision: async (_source, { revision }: { readonly revision: string }, context) =>
      at(await run(context, { operation: 'getRevision', path: { revision } }), 'revision'),
    diff: (_source, { from, to }: { readonly from: string; readonly to: string }, context) =>
      run(context, { operation: 'diffRevisions', query: { from, to } }),
    rollouts: (_source, _args, context) => items(run(context, { operation: 'listRollouts' })),
    nodes: (_source, { gateway }: { readonly gateway?: string }, context) =>
      items(run(context, { operation: 'listNodes', query: { gateway } })),
  };
}

interface WriteArguments {
  readonly dryRun: boolean;
  readonly message?: string;
  readonly idempotencyKey?: string;
}

function mutations(run: Run): Readonly<Record<string, Resolve<never>>> {
  const rollout =
    (operation: string): Resolve<never> =>
    (_source, args: { readonly gateway: string; readonly message?: string; readonly full?: boolean }, context) => {
      const { gateway, message, full } = args;
      const [namespace = '', name = ''] = gateway.split('/');
      return run(context, { operation, path: { name }, query: { namespace, message, full: full || undefined } });
    };
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
      if (!known) throw new TypeError(`there is no kind ${JSON.stringify(kind)}`);
      return run(context, {
        operation: `delete${known}`,
        path: { name },
        query: { namespace, cascade, dryRun, message },
        headers: { 'if-match': ifMatch, 'idempotency-key': idempotencyKey },
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
    publish: (_source, { dryRun, ...body }: WriteArguments & PublishArguments, context) =>
      run(context, {
        operation: 'publish',
        query: { dryRun },
        body: Object.fromEntries(Object.entries(body).filter(([, value]) => value != null)),
      }),
    withdraw: (_source, { gateway, dryRun, message }: WriteArguments & { readonly gateway: string }, context) => {
      const [namespace = '', name = ''] = gateway.split('/');
      return run(context, { operation: 'withdrawGateway', path: { name }, query: { namespace, dryRun, message } });
    },
    pauseRollout: rollout('pauseRollout'),
    resumeRollout: rollout('resumeRollout'),
    promoteRollout: rollout('promoteRollout'),
    abortRollout: rollout('abortRollout'),
  };
}

interface PublishArguments {
  readonly gateways?: readonly string[] | null;
  readonly revision?: string | null;
  readonly losses?: string | null;
}

interface ApplyArguments {
  readonly documents: readonly unknown[];
  readonly prune: boolean;
  readonly namespace?: string;
  readonly labelSelector?: string;
}

interface DeleteArguments {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly cascade: boolean;
  readonly ifMatch?: string;
}

function subscriptions() {
  const resolve = (value: unknown) => value;
  return {
    revisions: {
      subscribe: (_source: unknown, _args: unknown, { call }: Context) => newCommits(call),
      resolve,
    },
    nodes: {
      subscribe: (_source: unknown, { gateway }: { readonly gateway: string }, { call }: Context) =>
        changes(call, () => readFleets(call, gateway)),
      resolve,
    },
  };
}

/** Each commit from now on. */
async function* newCommits(call: Call): AsyncGenerator<object> {
  const head = async () => (await viewHead(call.services.workspace)).commit?.digest;
  let last = await head();
  for await (const now of looks(call, head, call.request.signal)) {
    if (now === undefined || now === last) continue;
    const commits = await commitsBetween(call, last, now);
    last = now;
    for (const commit of commits) yield visibleCommit(call, commit);
  }
}

/** What is looked at, each time that it is another than before; not what it is when somebody begins to listen. */
async function* changes(call: Call, look: () => Promise<unknown>): AsyncGenerator<unknown> {
  let last = JSON.stringify(await look());
  for await (const now of looks(call, look, call.request.signal)) {
    const text = JSON.stringify(now);
    if (text !== last) yield now;
    last = text;
  }
}

/** Follows what documents name. */
function modelResolvers(): Readonly<Record<string, Readonly<Record<string, Resolve>>>> {
  const users: Resolve = (source, _args, { documents }) => documents.users(source as GraphqlDocument);
  const types = new Set([...KINDS, ...Object.keys(REFERENCES)]);
  return Object.fromEntries(
    [...types].map((type) => [
      type,
      { ...(isKind(type) && { users }), ...Object.fromEntries(Object.entries(REFERENCES[type] ?? {}).map(follow)) },
    ]),
  );
}

function follow([field, { from, kind }]: [string, { readonly from: string; readonly kind: string }]): [
  string,
  Resolve,
] {
  return [
    field,
    async (source, _args, { documents }) => {
      const value = source[from];
      const namespace = documents.namespaceOf(source);
      const get = (name: unknown) => documents.get(kind as Kind, keyOf(String(name), namespace));
      if (Array.isArray(value)) return (await Promise.all(value.map(get))).filter((one) => one !== null);
      return value === undefined ? null : get(value);
    },
  ];
}

/** Members of unions are told apart by their `type`. */
const unionResolvers = () =>
  Object.fromEntries(
    Object.entries(UNIONS).map(([union, members]) => [
      union,
      { __resolveType: ({ type }: { readonly type: string }) => members[type] },
    ]),
  );

const isKind = (type: string): boolean => KINDS.some((kind) => kind === type);

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;

const JSON_SCALAR = new GraphQLScalarType({
  name: 'JSON',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => literal(node, variables ?? {}),
});

function literal(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  switch (node.kind) {
    case AstKind.OBJECT:
      return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, literal(value, variables)]));
    case AstKind.LIST:
      return node.values.map((value) => literal(value, variables));
    case AstKind.NULL:
      return null;
    case AstKind.VARIABLE:
      return variables[node.name.value];
    case AstKind.INT:
    case AstKind.FLOAT:
      return Number(node.value);
    default:
      return node.value;
  }
}
