/** What the last word of an unfinished command line may be, where only a bucket or an API knows. */
import type { Argument, Command, Option } from 'commander';
import { KINDS } from '../../compiler/2-validate/kinds.ts';
import type { Kind } from '../../compiler/2-validate/model.ts';
import { resourceOf, SPELLINGS } from '../remote/kinds.ts';

export type Wanted =
  | { readonly what: 'words'; readonly words: readonly string[] }
  | { readonly what: 'contexts' | 'gateways' }
  | { readonly what: 'documents'; readonly kind: Kind };

/** The options that say where to ask; by their long names, without dashes. */
export type GivenOptions = ReadonlyMap<string, string>;

export interface Unfinished {
  readonly wanted: Wanted;
  readonly given: GivenOptions;
}

/** Pure. @param words those of the command line after the program, of which the last is unfinished and may be empty */
export function wantedAt(words: readonly string[], program: Command): Unfinished {
  const { command, rest } = commandOf(joined(words), program);
  const given = new Map<string, string>();
  const places: string[] = [];
  const before = rest.slice(0, -1);
  for (let index = 0; index < before.length; index += 1) {
    const word = before[index] ?? '';
    const option = optionOf(command, word);
    if (!option) {
      if (!word.startsWith('-')) places.push(word);
      continue;
    }
    const takesNext = takesValue(option) && !word.includes('=');
    if (takesNext && index === before.length - 1) return { wanted: ofOption(option), given };
    if (takesValue(option))
      given.set(nameOf(option), takesNext ? (before[++index] ?? '') : word.replace(/^[^=]*=/, ''));
  }
  return { wanted: ofArgument(command.registeredArguments[places.length], places), given };
}

const NOTHING: Wanted = { what: 'words', words: [] };

/** Bash makes three words of `--context=prod`. */
const joined = (words: readonly string[]): readonly string[] =>
  words.reduce<readonly string[]>((before, word) => {
    const last = before.at(-1) ?? '';
    const isContinued = word === '=' ? last.startsWith('--') : /^--[^=]+=$/.test(last);
    return isContinued ? [...before.slice(0, -1), `${last}${word}`] : [...before, word];
  }, []);

/** The innermost command that is named, and what follows it. */
function commandOf(words: readonly string[], program: Command): { command: Command; rest: readonly string[] } {
  const inner = program.commands.find((one) => one.name() === words[0]);
  return inner && words.length > 1 ? commandOf(words.slice(1), inner) : { command: program, rest: words };
}

const optionOf = (command: Command, word: string): Option | undefined => {
  const [flag] = word.split('=');
  return command.options.find(({ short, long }) => flag === short || flag === long);
};

const takesValue = ({ required, optional }: Option): boolean => required || optional;

const nameOf = ({ long }: Option): string => (long ?? '').replace(/^--/, '');

function ofOption(option: Option): Wanted {
  if (nameOf(option) === 'context') return { what: 'contexts' };
  if (nameOf(option) === 'gateway') return { what: 'gateways' };
  return { what: 'words', words: option.argChoices ?? [] };
}

function ofArgument(argument: Argument | undefined, places: readonly string[]): Wanted {
  switch (argument?.name()) {
    case 'kind':
      return { what: 'words', words: KINDS.map(resourceOf) };
    case 'name': {
      const kind = SPELLINGS.get((places[0] ?? '').toLowerCase());
      return kind ? { what: 'documents', kind } : NOTHING;
    }
    case 'context':
      return { what: 'contexts' };
    case 'gateway':
      return { what: 'gateways' };
    default:
      return NOTHING;
  }
}
