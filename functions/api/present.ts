/** What answers say of plans, commits and publications. */
import { fieldChanges } from '../../compiler/diff/fields.ts';
import type { DocumentDifference, GatewayPublication, Plan, RecordedCommit, Referrer } from '../../store/index.ts';
import type { EnvoyChanges } from './envoy-changes.ts';

export const commitJson = ({ format: _format, shortcut: _shortcut, ...commit }: RecordedCommit): object => commit;

export const documentName = ({ id: { kind, namespace, name } }: Pick<DocumentDifference, 'id'>): object => ({
  kind,
  namespace,
  name,
});

export const referrerJson = ({ id, pointers }: Referrer): object => ({ ...documentName({ id }), pointers });

/**
 * @param detail whether fields that differ are named: `changed-fields` only of documents that are there before and after,
 * which says enough to who has sent the others
 */
export function changeJson(difference: DocumentDifference, detail: 'names' | 'fields' | 'changed-fields'): object {
  const { before, after } = difference;
  return {
    change: before && after ? 'changed' : after ? 'added' : 'removed',
    ...documentName(difference),
    ...(after && { etag: after.etag }),
    ...((detail === 'fields' || (detail === 'changed-fields' && before && after)) && {
      fields: fieldChanges(before?.value ?? {}, after?.value ?? {}),
    }),
  };
}

/** What Envoys would get instead of what they get now; gateways whose bundles stay are left out. */
export async function envoyChanges({ compileBefore, compilation }: Plan): Promise<readonly EnvoyChanges[]> {
  const { bundleChanges } = await import('./envoy-changes.ts');
  return bundleChanges((await compileBefore()).bundles, compilation.bundles);
}

export function publicationJson(publication: GatewayPublication): object {
  const { gateway, status, revision } = publication;
  const failed = publication.status === 'unchanged' ? publication.failed : undefined;
  const { held, unvouched } = publication.status === 'conflict' ? {} : publication;
  const why = { ...(failed && { failed }), ...(held && { held }), ...(unvouched && { unvouched }) };
  return { gateway, status, revision: revision ?? null, ...why };
}
