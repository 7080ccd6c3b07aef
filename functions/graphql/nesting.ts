/** How deep a request of GraphQL is nested, before anything goes down into it. */
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';

/** Whether brackets stand in more than so many others. What is no GraphQL is not, as whoever parses it says what is wrong. */
export function isNestedTooDeep(query: string, most: number): boolean {
  const lexer = new Lexer(new Source(query));
  let level = 0;
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
      if (OPENING.has(kind)) level += 1;
      if (CLOSING.has(kind)) level -= 1;
      if (level > most) return true;
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return false;
}

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);
