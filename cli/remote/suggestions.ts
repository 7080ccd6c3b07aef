/** What there is instead, where somebody has named what is not there. */
import type { Kind } from '../../compiler/2-validate/model.ts';
import { closest } from '../../compiler/diagnostics/closest.ts';
import { Failure } from '../failure.ts';
import type { Remote } from './client.ts';
import { nameOf } from './columns.ts';
import { objectsIn, textIn } from './json.ts';
import { resourceOf } from './kinds.ts';
import { Refusal } from './problems.ts';

export interface Named {
  readonly kind: Kind;
  readonly name: string;
  readonly namespace?: string;
}

/** Does some work about a document; if it is not there, the failure says which name may have been meant. */
export async function orSuggest<T>(remote: Remote, named: Named, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 404) throw error;
    throw new Failure(error.message, { exit: error.exit, help: await helpFor(remote, named), cause: error });
  }
}

async function helpFor(remote: Remote, { kind, name, namespace }: Named): Promise<string> {
  const names = await namesOf(remote, kind, namespace ?? 'default');
  if (names.includes(name)) return '"enroutectl publish" publishes it, and a relay that serves it begins its rollout';
  const guess = closest(name, names);
  if (guess !== undefined) return `did you mean "${guess}"?`;
  const where = namespace === undefined ? 'default' : namespace;
  return names.length === 0
    ? `there is no ${kind} at all in the namespace "${where}"`
    : `"enroutectl get ${resourceOf(kind)}" lists what is there`;
}

/** The names of documents; the first ten thousand. */
export async function namesOf(remote: Remote, kind: Kind, namespace: string): Promise<readonly string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { namespace, limit: 1000, cursor };
    const page = await remote.send({ method: 'GET', path: `/v1/${resourceOf(kind)}`, query });
    names.push(...objectsIn(page, 'items').map(nameOf));
    cursor = textIn(page, 'next');
  } while (cursor !== undefined && names.length < 10_000);
  return names;
}

/** The same of a gateway, as `namespace/name`. */
export function orSuggestGateway<T>(remote: Remote, gateway: string, work: () => Promise<T>): Promise<T> {
  const [namespace = '', name = ''] = gateway.split('/');
  return orSuggest(remote, { kind: 'Gateway', namespace, name }, work);
}
