import { Command } from 'commander';
import { stringify } from 'yaml';
import type { Kind } from '../../compiler/2-validate/model.ts';
import type { MakeCommand } from '../command.ts';
import { RejectedDocuments } from '../diagnostics.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { carryOut } from '../remote/carry-out.ts';
import { fullOption } from '../remote/plan.ts';
import { connect, contextOption, directOption, serverOption, type ConnectionFlags } from '../remote/connection.ts';
import { editText, type Edited } from '../remote/editor.ts';
import { kindArgument, resourceOf } from '../remote/kinds.ts';
import { orSuggest } from '../remote/suggestions.ts';
import { withPlacesOf } from '../remote/local-places.ts';

interface Flags extends ConnectionFlags {
  readonly namespace?: string;
  readonly yes?: boolean;
  readonly message?: string;
  readonly publish?: boolean;
  readonly full?: boolean;
}

/** `enroutectl edit`: one document, in an editor. */
export const editCommand: MakeCommand = (host, conclude) =>
  new Command('edit')
    .summary('edit a document of an API')
    .description(
      'Opens a document in $VISUAL or $EDITOR, shows what changes, asks, and puts it back, unless somebody else has changed ' +
        'it meanwhile.',
    )
    .addArgument(kindArgument())
    .argument('<name>', 'the name of the document')
    .option('-n, --namespace <name>', 'the namespace of the document (default: "default")')
    .option('-y, --yes', 'do not ask')
    .option('-m, --message <text>', 'why, for the history')
    .addOption(fullOption())
    .option('--publish', 'publish what changes for Envoys, too')
    .addOption(contextOption())
    .addOption(serverOption())
    .addOption(directOption())
    .addHelpText('after', HELP)
    .action(async (kind: Kind, name: string, flags: Flags) => conclude(await run(kind, name, flags, host)));

const HELP = `
Exits with 1 if the document has errors, with 3 if somebody else has changed it meanwhile, and with 5 if nobody has said yes;
what was written is kept then.`;

async function run(kind: Kind, name: string, flags: Flags, host: Host): Promise<ExitCode> {
  const remote = await connect(flags, host);
  const { namespace, message } = flags;
  const path = `/v1/${resourceOf(kind)}/${encodeURIComponent(name)}`;
  const response = await orSuggest(remote, { kind, name, ...(namespace !== undefined && { namespace }) }, () =>
    remote.open({ method: 'GET', path, query: { namespace } }),
  );
  const document: unknown = await response.json();
  const before = stringify(document, { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' });
  const edited = await editText(`${name}.yaml`, before, host);
  if (edited.text === before) {
    await edited.remove();
    host.out('nothing was changed\n');
    return EXIT.success;
  }
  const files = [{ path: SENT_AS, text: edited.text }];
  const put = {
    method: 'PUT',
    path,
    query: { namespace, message },
    headers: { 'if-match': response.headers.get('etag') ?? '*' },
    body: { type: 'application/yaml', text: edited.text },
  } as const;
  const change = { remote, files, flags: { ...flags, output: 'text' }, host } as const;
  return keeping(edited, host, () => withPlacesOf(files, () => carryOut(put, change)));
}

/** What the API calls a document that was sent alone. */
const SENT_AS = 'body.yaml';

/** What was not taken stays where it is, since somebody has written it. */
async function keeping(edited: Edited, host: Host, put: () => Promise<ExitCode>): Promise<ExitCode> {
  let exit: ExitCode | undefined;
  try {
    exit = await put();
    return exit;
  } catch (error) {
    throw error instanceof RejectedDocuments ? inFile(edited, error) : error;
  } finally {
    if (exit === EXIT.success) await edited.remove();
    else host.err(`what was written is in ${edited.path}; "enroutectl apply -f ${edited.path}" applies it\n`);
  }
}

/** A rejection with the places where somebody finds them. */
function inFile({ path, text }: Edited, { compiled }: RejectedDocuments): RejectedDocuments {
  const diagnostics = compiled.diagnostics.map((each) => (each.file === SENT_AS ? { ...each, file: path } : each));
  return new RejectedDocuments({ ...compiled, diagnostics, files: [{ path, text }] });
}
