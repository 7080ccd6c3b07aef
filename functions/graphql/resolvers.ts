/** Where the fields of GraphQL get their values from. All others are read from the documents as they stand. */
import { Kind as AstKind, GraphQLScalarType, type ValueNode } from 'graphql';
import { keyOf, type Kind } from '../../compiler/2-validate/model.ts';
import { KINDS } from '../api/kinds.ts';
import type { Call, Operation } from '../api/operation.ts';
import { DEFAULT_NAMESPACE, viewHead } from '../../store/index.ts';
import { readFleets } from '../api/fleets.ts';
import { visibleCommit } from '../api/visible.ts';
import { commitsBetween, looks } from '../api/watching.ts';
import { OPERATION_COST } from './budget.ts';
import type { Context, Resolve, Run } from './context.ts';
import type { GraphqlDocument, PageArguments } from './documents.ts';
import { REFERENCES, UNIONS } from './generated/model.ts';
import { invoke } from './invoke.ts';
import { mutations } from './mutations.ts';
import { fieldOf, listFieldOf } from './operations-sdl.ts';
import { queries } from './queries.ts';

export function createResolvers(operations: readonly Operation[]) {
  const run: Run = ({ call, budget }, invocation) => {
    budget.spend(OPERATION_COST);
    return invoke(call, operations, invocation);
  };
  const named = KINDS.flatMap((kind): [string, Resolve<never>][] => [
    [
      fieldOf(kind),
      (_source, { name, namespace, revision }: NamedArguments, { documents }) =>
        documents.get(kind, `${namespace}/${name}`, revision),
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

interface NamedArguments {
  readonly name: string;
  readonly namespace: string;
  readonly revision?: string | null;
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
        changes(call, () => readFleets(call, keyOf(gateway, DEFAULT_NAMESPACE))),
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
    const { items: commits } = await commitsBetween(call, last, now);
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
      const get = (name: unknown) => documents.follow(source, kind as Kind, String(name));
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
