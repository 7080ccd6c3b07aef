/** `enroutectl get --watch`: a list, and then what changes in it. */
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import type { Kind } from '../../compiler/2-validate/model.ts';
import type { Host } from '../host.ts';
import { eventText, table, writeLines } from '../output.ts';
import type { Remote } from './client.ts';
import { headingsOf, nameOf, rowOf, type Item } from './columns.ts';
import { changesAfter, type ItemChange, type ListDocuments } from './document-changes.ts';
import { listDocuments, type Selection } from './listing.ts';

export interface Watched extends Selection {
  readonly kind: Kind;
  /** Absent: all of the kind. */
  readonly name?: string;
  readonly output: 'table' | 'json' | 'yaml' | 'name';
}

/** Until it is interrupted. @throws Failure if the API cannot be reached, or refuses. */
export async function watchDocuments(remote: Remote, watched: Watched, host: Host): Promise<void> {
  const selection = selectionOf(watched);
  const list: ListDocuments = (revision) =>
    listDocuments(remote, watched.kind, { ...selection, ...(revision !== undefined && { revision }) });
  const first = await list();
  const write = writerFor(watched, first.items, host);
  let told = false;
  const onFollowing = (): void => {
    if (!told) host.err(`following ${printable(remote.name)}\n`);
    told = true;
  };
  for await (const change of changesAfter(first, list, { remote, signal: host.interrupted, onFollowing }))
    write(change);
}

/** One document is what a list of documents of its name has. */
function selectionOf({ name, namespace, selector, fieldSelector }: Watched): Selection {
  const fields = [...(name === undefined ? [] : [`metadata.name=${name}`]), ...(fieldSelector ? [fieldSelector] : [])];
  const within = namespace ?? (name === undefined ? undefined : 'default');
  return {
    ...(within !== undefined && { namespace: within }),
    ...(selector !== undefined && { selector }),
    ...(fields.length > 0 && { fieldSelector: fields.join(',') }),
  };
}

/** Writes the list, and gives what writes a change. */
function writerFor({ kind, output }: Watched, items: readonly Item[], host: Host): (change: ItemChange) => void {
  switch (output) {
    case 'table':
      return tableWriter(kind, items, host);
    case 'name':
      writeLines(host, items.map(nameOf));
      return ({ item }) => writeLines(host, [nameOf(item)]);
    default: {
      const write = (change: string, { document }: Item): void => host.out(eventText({ change, document }, output));
      for (const item of items) write('listed', item);
      return ({ change, item }) => write(change, item);
    }
  }
}

/** Columns are as wide as the list needs them; a row that needs more is written all the same. */
function tableWriter(kind: Kind, items: readonly Item[], host: Host): (change: ItemChange) => void {
  const head = [...headingsOf(kind), 'CHANGE'];
  const rows = items.map((item) => [...rowOf(kind, item), '']);
  writeLines(host, table([head, ...rows]));
  return ({ change, item }) => {
    writeLines(host, table([head, ...rows, [...rowOf(kind, item), change]]).slice(-1));
  };
}
