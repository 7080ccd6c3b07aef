import { Command } from 'commander';
import { closest } from '../../compiler/diagnostics/closest.ts';
import { codes, explain as explanationOf } from '../../compiler/diagnostics/render/explanation.ts';
import { entryOf, isCode, type Code } from '../../compiler/index.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { outputOption, table, writeData, writeLines, type OutputFormat } from '../output.ts';

/** `enroutectl explain`: what a diagnostic means. */
export const explain: MakeCommand = (host, conclude) =>
  new Command('explain')
    .summary('say what a diagnostic means and how to cure it')
    .description('Says what a diagnostic means, why it is one, and how to cure it. Without a code it lists all.')
    .argument('[code]', 'for example unknown-field')
    .addOption(outputOption())
    .addHelpText('after', HELP)
    .action((code: string | undefined, { output }: { readonly output: OutputFormat }) =>
      conclude(code === undefined ? list(output, host) : show(code, output, host)),
    );

const HELP = `
With --output json:
  { "code", "severity", "title", "meaning", "reason", "cure", "example": { "wrong", "right" } }
  or, without a code, { "codes": [{ "code", "severity", "title" }] }`;

function list(output: OutputFormat, host: Host): ExitCode {
  const rows = codes().map((code) => ({ code, severity: entryOf(code).severity, title: entryOf(code).title }));
  if (output !== 'text') writeData(host, { codes: rows }, output);
  else
    writeLines(
      host,
      table([['CODE', 'SEVERITY', 'MEANING'], ...rows.map(({ code, severity, title }) => [code, severity, title])]),
    );
  return EXIT.success;
}

function show(text: string, output: OutputFormat, host: Host): ExitCode {
  const code = codeOf(text);
  const { severity, title, explanation } = entryOf(code);
  if (output !== 'text') writeData(host, { code, severity, title, ...explanation }, output);
  else host.out(explanationOf(code));
  return EXIT.success;
}

function codeOf(text: string): Code {
  if (isCode(text)) return text;
  const guess = closest(text, codes());
  throw new Failure(`there is no diagnostic "${text}"`, {
    exit: EXIT.usage,
    help: guess === undefined ? 'enroutectl explain lists all' : `did you mean "${guess}"?`,
  });
}
