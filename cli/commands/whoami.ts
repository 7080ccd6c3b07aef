import { Command } from 'commander';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { outputOption, table, writeData, writeLines, type OutputFormat } from '../output.ts';
import type { Remote } from '../remote/client.ts';
import { connect, contextOption, directOption, serverOption, type ConnectionFlags } from '../remote/connection.ts';
import { isObject, objectsIn, textIn, textsIn, type JsonObject } from '../remote/json.ts';

interface Flags extends ConnectionFlags {
  readonly output: OutputFormat;
}

/** `enroutectl whoami`: who an API takes the caller for. */
export const whoami: MakeCommand = (host, conclude) =>
  new Command('whoami')
    .summary('say who an API takes you for, and what you may do there')
    .description(
      'Says who an API takes the caller for, how that was proved, and which bindings of the access policy fit it. Whoever has ' +
        'proved who it is may ask, even if it may do nothing else.',
    )
    .addOption(contextOption())
    .addOption(serverOption())
    .addOption(directOption())
    .addOption(outputOption())
    .addHelpText('after', HELP)
    .action(async (flags: Flags) => conclude(await run(flags, host)));

const HELP = `
It may do what any of the bindings allows; * stands for all.

With --output json:
  { "kind": "token" | "api-key" | "aws-iam" | "local", "name", "issuer"?,
    "bindings": [{ "role", "actions": ["read", ...], "gateways"?, "namespaces"?, "labels"? }] }`;

async function run(flags: Flags, host: Host): Promise<ExitCode> {
  const remote = await connect(flags, host);
  const caller = await remote.send({ method: 'GET', path: '/v1/whoami' });
  if (flags.output !== 'text') writeData(host, caller, flags.output);
  else writeLines(host, [printable(sentenceOf(caller, remote)), ...bindingLines(objectsIn(caller, 'bindings'))]);
  return EXIT.success;
}

const sentenceOf = (caller: JsonObject, { name }: Remote): string =>
  `${textIn(caller, 'name') ?? ''} at ${name}, ${proofOf(caller)}`;

function proofOf(caller: JsonObject): string {
  const kind = textIn(caller, 'kind') ?? '';
  switch (kind) {
    case 'token':
      return `by a token of ${textIn(caller, 'issuer') ?? ''}`;
    case 'api-key':
      return 'by its API key';
    case 'aws-iam':
      return 'by a signature that AWS has verified';
    case 'local':
      return 'where nobody has to prove who it is';
    default:
      return `by ${kind}`;
  }
}

const bindingLines = (bindings: readonly JsonObject[]): readonly string[] =>
  bindings.length > 0
    ? table([HEADINGS, ...bindings.map(rowOf)])
    : ['no binding of its access policy fits this caller: it may do nothing else there'];

const HEADINGS = ['ROLE', 'GATEWAYS', 'NAMESPACES', 'LABELS', 'ACTIONS'];

const rowOf = (binding: JsonObject): readonly string[] => [
  textIn(binding, 'role') ?? '',
  limit(textsIn(binding, 'gateways')),
  limit(textsIn(binding, 'namespaces')),
  limit(labelsIn(binding)),
  textsIn(binding, 'actions').join(','),
];

/** A binding without a limit is for all. */
const limit = (values: readonly string[]): string => (values.length === 0 ? '*' : values.join(','));

const labelsIn = ({ labels }: JsonObject): readonly string[] =>
  Object.entries(isObject(labels) ? labels : {}).map(([key, value]) => `${key}=${String(value)}`);
