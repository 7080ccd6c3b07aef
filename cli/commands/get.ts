import { Command, Option } from 'commander';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { KINDS } from '../../compiler/2-validate/kinds.ts';
import type { Kind } from '../../compiler/2-validate/model.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { during } from '../progress.ts';
import { table, writeJson, writeLines, yamlText } from '../output.ts';
import { connect, contextOption, directOption, serverOption, type ConnectionFlags } from '../remote/connection.ts';
import type { Remote } from '../remote/client.ts';
import { headingsOf, nameOf, rowOf, type Item } from '../remote/columns.ts';
import { objectsIn, textIn } from '../remote/json.ts';
import { kindArgument, resourceOf } from '../remote/kinds.ts';
import { orSuggest } from '../remote/suggestions.ts';

type Format = 'table' | 'json' | 'yaml' | 'name';

interface Flags extends ConnectionFlags {
  readonly namespace?: string;
  readonly selector?: string;
  readonly fieldSelector?: string;
  readonly revision?: string;
  readonly output: Format;
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

Examples:
  enroutectl get
  enroutectl get routes -l team=shop --field-selector spec.virtualHosts=shop
  enroutectl get virtualhost shop -o yaml`;

async function run(kind: Kind | undefined, name: string | undefined, flags: Flags, host: Host): Promise<ExitCode> {
  const remote = await connect(flags, host);
  if (kind !== undefined && name !== undefined) return getOne(remote, { kind, name }, flags, host);
  const listed: Listed[] = [];
  for (const each of kind === undefined ? KINDS : [kind])
    listed.push({ kind: each, items: await during(host, 'reading', () => readAll(remote, each, flags)) });
  return list(listed, remote, flags, host);
}

interface Listed {
  readonly kind: Kind;
  readonly items: readonly Item[];
}

async function getOne(
  remote: Remote,
  { kind, name }: { readonly kind: Kind; readonly name: string },
  { namespace, revision, output }: Flags,
  host: Host,
): Promise<ExitCode> {
  const path = `/v1/${resourceOf(kind)}/${encodeURIComponent(name)}`;
  const response = await orSuggest(remote, { kind, name, ...(namespace !== undefined && { namespace }) }, () =>
    remote.open({ method: 'GET', path, query: { namespace, revision } }),
  );
  const document: unknown = await response.json();
  const etag = (response.headers.get('etag') ?? '').replaceAll('"', '');
  if (output === 'json') writeJson(host, document);
  else if (output === 'yaml') host.out(yamlText(document));
  else if (output === 'name') writeLines(host, [name]);
  else writeLines(host, table([headingsOf(kind), rowOf(kind, { etag, document })]));
  return EXIT.success;
}

/** Each page shows the same revision. */
async function readAll(remote: Remote, kind: Kind, flags: Flags): Promise<readonly Item[]> {
  const { namespace, selector: labelSelector, fieldSelector, revision } = flags;
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const at = cursor === undefined ? { revision } : { cursor };
    const page = await remote.send({
      method: 'GET',
      path: `/v1/${resourceOf(kind)}`,
      query: { namespace, labelSelector, fieldSelector, limit: 1000, ...at },
    });
    items.push(...objectsIn(page, 'items'));
    cursor = textIn(page, 'next');
  } while (cursor !== undefined);
  return items;
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
