import { Command, Option } from 'commander';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { KINDS } from '../../compiler/2-validate/kinds.ts';
import type { Kind } from '../../compiler/2-validate/model.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { during } from '../progress.ts';
import { table, writeJson, writeLines, yamlText } from '../output.ts';
import { connect, contextOption, directOption, serverOption, type ConnectionFlags } from '../remote/connection.ts';
import type { Remote } from '../remote/client.ts';
import { headingsOf, nameOf, rowOf, type Item } from '../remote/columns.ts';
import { watchDocuments } from '../remote/get-watch.ts';
import { kindArgument, resourceOf } from '../remote/kinds.ts';
import { listDocuments, type Selection } from '../remote/listing.ts';
import { orSuggest } from '../remote/suggestions.ts';

type Format = 'table' | 'json' | 'yaml' | 'name';

interface Flags extends ConnectionFlags, Selection {
  readonly output: Format;
  readonly watch?: true;
}

/** `enroutectl get`: documents of a workspace. */
export const get: MakeCommand = (host, conclude) =>
  new Command('get')
    .summary('show documents of an API')
    .description(
      'Shows a document, or lists those of a kind or of all. What it prints as YAML or JSON can be applied again.',
    )
    .addArgument(kindArgument('optional'))
    .argument('[name]', 'the name of one document')
    .option('-n, --namespace <name>', 'of this namespace (default: of all; of "default" for a document by name)')
    .option('-l, --selector <labels>', 'only documents with such labels: team=shop,tier in (a, b),!old')
    .option('--field-selector <fields>', 'only documents with such fields: spec.hostnames=shop.example.com')
    .option('--revision <revision>', 'as of this revision: a number, or a digest')
    .addOption(
      new Option('-w, --watch', 'go on with a row for each document that changes, until it is interrupted').conflicts(
        'revision',
      ),
    )
    .addOption(contextOption())
    .addOption(serverOption())
    .addOption(directOption())
    .addOption(
      new Option('-o, --output <format>', 'for people, or for programs')
        .choices(['table', 'json', 'yaml', 'name'] satisfies Format[])
        .default('table' satisfies Format),
    )
    .addHelpText('after', HELP)
    .action(async (kind: Kind | undefined, name: string | undefined, flags: Flags) =>
      conclude(await run(kind, name, flags, host)),
    );

const HELP = `
With --output json: the document; or { "apiVersion": "v1", "kind": "List", "items": [...] }.
With --watch, too: one line for each document of the list, and for each that changes from then on,
  { "change": "listed" | "added" | "changed" | "removed", "document" }.

Examples:
  enroutectl get
  enroutectl get routes -l team=shop --field-selector spec.virtualHosts=shop
  enroutectl get virtualhost shop -o yaml
  enroutectl get routes --watch`;

async function run(kind: Kind | undefined, name: string | undefined, flags: Flags, host: Host): Promise<ExitCode> {
  if (flags.watch) return watch(kind, name, flags, host);
  const remote = await connect(flags, host);
  if (kind !== undefined && name !== undefined) return getOne(remote, { kind, name }, flags, host);
  const listed: Listed[] = [];
  for (const each of kind === undefined ? KINDS : [kind])
    listed.push({ kind: each, items: (await during(host, 'reading', () => listDocuments(remote, each, flags))).items });
  return list(listed, remote, flags, host);
}

async function watch(kind: Kind | undefined, name: string | undefined, flags: Flags, host: Host): Promise<ExitCode> {
  if (kind === undefined)
    throw new Failure('--watch: which kind of document?', {
      exit: EXIT.usage,
      help: 'say "enroutectl get routes --watch"',
    });
  const remote = await connect(flags, host);
  if (name !== undefined) await (await openOne(remote, { kind, name }, flags)).body?.cancel();
  await watchDocuments(remote, { ...flags, kind, ...(name !== undefined && { name }) }, host);
  return EXIT.success;
}

interface Listed {
  readonly kind: Kind;
  readonly items: readonly Item[];
}

interface One {
  readonly kind: Kind;
  readonly name: string;
}

/** @throws Failure if it is not there, with what may have been meant */
function openOne(remote: Remote, { kind, name }: One, { namespace, revision }: Flags): Promise<Response> {
  const path = `/v1/${resourceOf(kind)}/${encodeURIComponent(name)}`;
  return orSuggest(remote, { kind, name, ...(namespace !== undefined && { namespace }) }, () =>
    remote.open({ method: 'GET', path, query: { namespace, revision } }),
  );
}

async function getOne(remote: Remote, { kind, name }: One, flags: Flags, host: Host): Promise<ExitCode> {
  const { output } = flags;
  const response = await openOne(remote, { kind, name }, flags);
  const document: unknown = await response.json();
  const etag = (response.headers.get('etag') ?? '').replaceAll('"', '');
  if (output === 'json') writeJson(host, document);
  else if (output === 'yaml') host.out(yamlText(document));
  else if (output === 'name') writeLines(host, [name]);
  else writeLines(host, table([headingsOf(kind), rowOf(kind, { etag, document })]));
  return EXIT.success;
}

function list(listed: readonly Listed[], { name }: Remote, { output }: Flags, host: Host): ExitCode {
  const items = listed.flatMap((each) => each.items);
  const documents = items.map(({ document }) => document);
  if (output === 'json') writeJson(host, { apiVersion: 'v1', kind: 'List', items: documents });
  else if (output === 'yaml') host.out(documents.map(yamlText).join('---\n'));
  else if (output === 'name') writeLines(host, namesOf(listed));
  else writeLines(host, items.length === 0 ? [printable(`no such document in ${name}`)] : tablesOf(listed));
  return EXIT.success;
}

/** With their kinds, if there are several. */
const namesOf = (listed: readonly Listed[]): readonly string[] =>
  listed.flatMap(({ kind, items }) =>
    items.map((item) => (listed.length > 1 ? `${resourceOf(kind)}/${nameOf(item)}` : nameOf(item))),
  );

/** One for each kind, since each has columns of its own. */
function tablesOf(listed: readonly Listed[]): readonly string[] {
  const tables = listed
    .filter(({ items }) => items.length > 0)
    .map(({ kind, items }) => {
      const rows = table([headingsOf(kind), ...items.map((item) => rowOf(kind, item))]);
      return listed.length > 1 ? [`${kind}:`, ...rows] : rows;
    });
  return tables.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}
