import { parse, type Node } from 'luaparse';
import type { Check } from '../formats.ts';

/** Envoy compiles the script when it takes the configuration, and refuses the whole listener if that fails. */
export const checkLua: Check = (value, at, report) => {
  const mistake = mistakeIn(String(value));
  if (mistake) report('invalid-lua', at, mistake);
};

export const isLua = (text: string): boolean => mistakeIn(text) === undefined;

interface Mistake {
  readonly line: number;
  readonly column: number;
  readonly problem: string;
}

function mistakeIn(script: string): Mistake | undefined {
  try {
    // The published types know Lua's own versions only; the parser knows LuaJIT's, which Envoy embeds.
    parse(script, { luaVersion: 'LuaJIT' as '5.1', onCreateNode: refuseGoto, locations: true });
    return undefined;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '0', problem = text] = /^\[(\d+):(\d+)\] ([\s\S]*)$/.exec(text) ?? [];
    return { line: Number(line), column: Number(column) + 1, problem };
  }
}

/** The parser takes `goto` for a name where no label follows; to LuaJIT it is a keyword everywhere. */
function refuseGoto(node: Node): void {
  if (node.type !== 'Identifier' || node.name !== 'goto') return;
  const { line, column } = node.loc?.start ?? { line: 1, column: 0 };
  throw new Error(`[${line}:${column}] <name> expected near 'goto'`);
}
