import { Command, Option } from 'commander';
import type { Kind } from '../../compiler/2-validate/model.ts';
import { isName } from '../../store/workspace/document.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { short, table, writeJson, writeLines, yamlText } from '../output.ts';
import { connect, contextOption, directOption, serverOption, type ConnectionFlags } from '../remote/connection.ts';
import type { Remote } from '../remote/client.ts';
import { isObject, objectsIn, textIn, type JsonObject } from '../remote/json.ts';
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
    .description('Shows a document, or lists those of a kind. What it prints as YAML or JSON can be applied again.')
    .addArgument(kindArgument())
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
    .action(async (kind: Kind, name: string | undefined, flags: Flags) => conclude(await run(kind, name, flags, host)));

const HELP = `
With --output json: the document; or { "apiVersion": "v1", "kind": "List", "items": [...] }.`;

async function run(kind: Kind, name: string | undefined, flags: Flags, host: Host): Promise<ExitCode> {
  const remote = await connect(flags, host);
  if (name === undefined) return list(await readAll(remote, kind, flags), flags, host);
  const { namespace, revision } = flags;
  const path = `/v1/${resourceOf(kind)}/${encodeURIComponent(name)}`;
  const response = await orSuggest(remote, { kind, name, ...(namespace !== undefined && { namespace }) }, () =>
    remote.open({ method: 'GET', path, query: { namespace, revision } }),
  );
  const document: unknown = await response.json();
  const etag = (response.headers.get('etag') ?? '').replaceAll('"', '');
  if (flags.output === 'json') writeJson(host, document);
  else if (flags.output === 'yaml') host.out(yamlText(document));
  else if (flags.output === 'name') writeLines(host, [name]);
  else writeLines(host, table([HEADINGS, row({ etag, document })]));
  return EXIT.success;
}

/** Each page shows the same revision. */
async function readAll(remote: Remote, kind: Kind, flags: Flags): Promise<readonly JsonObject[]> {
  const { namespace, selector: labelSelector, fieldSelector, revision } = flags;
  const items: JsonObject[] = [];
  let cursor: string | undefined;
  do {
    const page = await remote.send({
      method: 'GET',
      path: `/v1/${resourceOf(kind)}`,
      query: {
        namespace,
        labelSelector,
        fieldSelector,
        limit: 1000,
        ...(cursor === undefined ? { revision } : { cursor }),
      },
    });
    items.push(...objectsIn(page, 'items'));
    cursor = textIn(page, 'next');
  } while (cursor !== undefined);
  return items;
}

function list(items: readonly JsonObject[], { output }: Flags, host: Host): ExitCode {
  const documents = items.map(({ document }) => document);
  if (output === 'json') writeJson(host, { apiVersion: 'v1', kind: 'List', items: documents });
  else if (output === 'yaml') host.out(documents.map(yamlText).join('---\n'));
  else if (output === 'name') writeLines(host, items.map(nameOf).filter(isName));
  else writeLines(host, items.length === 0 ? ['no such document'] : table([HEADINGS, ...items.map(row)]));
  return EXIT.success;
}

/** Shells complete words by these, and expand what stands in them: nothing but a name may. */
const nameOf = (item: JsonObject): string => row(item)[1] ?? '';

const HEADINGS = ['NAMESPACE', 'NAME', 'LABELS', 'VERSION'];

function row(item: JsonObject): readonly string[] {
  const document = isObject(item['document']) ? item['document'] : {};
  const metadata = isObject(document['metadata']) ? document['metadata'] : {};
  const labels = isObject(metadata['labels']) ? Object.entries(metadata['labels']) : [];
  return [
    textIn(metadata, 'namespace') ?? 'default',
    textIn(metadata, 'name') ?? '',
    labels.map(([key, value]) => `${key}=${String(value)}`).join(','),
    short(textIn(item, 'etag') ?? ''),
  ];
}
