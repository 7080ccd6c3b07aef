/** What GraphQL can ask beside documents: by operations of the REST API. */
import { keyOf } from '../../compiler/2-validate/model.ts';
import { DEFAULT_NAMESPACE } from '../../store/index.ts';
import { at, type Fields, type Resolve, type Run } from './context.ts';

export function queries(run: Run): Fields {
  const items = async (answer: Promise<unknown>) => at(await answer, 'items');
  const simple =
    (operation: string): Resolve =>
    (_source, _args, context) =>
      run(context, { operation });
  return {
    revisions: (_source, { first, after }: { readonly first: number; readonly after?: string }, context) =>
      items(run(context, { operation: 'listRevisions', query: { limit: first, cursor: after } })),
    revision: async (_source, { revision }: { readonly revision: string }, context) =>
      at(await run(context, { operation: 'getRevision', path: { revision } }), 'revision'),
    diff: (_source, { from, to, envoy }: DiffArguments, context) =>
      run(context, { operation: 'diffRevisions', query: { from, to, envoy } }),
    rollouts: (_source, _args, context) => items(run(context, { operation: 'listRollouts' })),
    nodes: (_source, { gateway }: { readonly gateway?: string }, context) =>
      items(run(context, { operation: 'listNodes', query: { gateway: gateway && keyOf(gateway, DEFAULT_NAMESPACE) } })),
    endpoints: (_source, { upstream, namespace }: { readonly upstream: string; readonly namespace: string }, context) =>
      run(context, { operation: 'getEndpoints', path: { name: upstream }, query: { namespace } }),
    settings: simple('getSettings'),
    whoami: simple('whoAmI'),
  };
}

interface DiffArguments {
  readonly from: string;
  readonly to: string;
  readonly envoy: boolean;
}
