/** The text of one YAML document → its value. YAML 1.2 core schema, without what JSON cannot hold. */
import { isCollection, isScalar, visit, type Node } from 'yaml';
import { findInvalidCharacter } from './characters.ts';
import type { Span } from './document.ts';
import { MAX_DEPTH, type Finding, type Reading } from './finding.ts';
import type { Numbers } from './number.ts';
import { plainValue } from './plain.ts';
import { composeYaml, type Nodes } from './yaml-nodes.ts';
import { describeSyntaxError, type SyntaxError } from './yaml-errors.ts';

/** Reads a text that holds one document at most; the value of an empty one is null. Never throws. */
export const readYaml = (text: string, numbers: Numbers = 'exact'): Reading => {
  const unreadable = findInvalidCharacter(text) ?? findDirective(text);
  if (unreadable) return { findings: [unreadable] };
  const document = composeYaml(text);
  const mistake = document ? syntaxFinding(text, document) : tooDeep;
  return mistake ? { findings: [mistake] } : plainValue(document?.contents, numbers);
};

const DIRECTIVE = /^(?:[ \t]*(?:#.*)?\r?\n)*(%.*)/;

const findDirective = (text: string): Finding | undefined => {
  const [prelude, line] = DIRECTIVE.exec(text) ?? [];
  if (prelude === undefined || line === undefined) return undefined;
  const span = { start: prelude.length - line.length, end: prelude.length };
  return (report, locate) => report('unsupported-directive', locate(span), { directive: line.trim() });
};

/** Only the first mistake is told: what a parser says after it are guesses. */
const syntaxFinding = (text: string, document: Nodes): Finding | undefined => {
  const { errors, warnings } = document;
  const [first] = [...errors, ...warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (!first) return undefined;
  const span = { start: first.pos[0], end: Math.min(text.length, first.pos[1]) };
  if (first.message.startsWith('Unresolved tag'))
    return (report, locate) => report('unsupported-tag', locate(span), { tag: text.slice(span.start, span.end) });
  switch (first.code) {
    case 'TAB_AS_INDENT':
      return (report, locate) => report('tab-indentation', locate(span), {});
    case 'NON_STRING_KEY':
      return (report, locate) => report('non-string-key', locate(span), {});
    default:
      return invalidYaml(describeSyntaxError(first), document, span);
  }
};

const tooDeep: Finding = (report, locate) => report('too-deep', locate({ start: 0, end: 0 }), { limit: MAX_DEPTH });

const invalidYaml = ({ problem, advice, opened }: SyntaxError, document: Nodes, span: Span): Finding => {
  const place = opened ? (openingOf(document, span.start) ?? span) : span;
  return (report, locate) => report('invalid-yaml', locate(place), { problem, advice });
};

/** Where the innermost bracket or quote stands that is still open at an offset: that is the one to be closed. */
const openingOf = (document: Nodes, offset: number): Span | undefined => {
  let opening: Span | undefined;
  visit(document, {
    Node: (_, node) => {
      const { start, end } = extent(node);
      if (end < offset) return visit.SKIP;
      if (start < offset && isBracketed(node)) opening = { start, end: start + 1 };
      return undefined;
    },
  });
  return opening;
};

const isBracketed = (node: Node) =>
  isCollection(node) ? node.flow === true : isScalar(node) && (node.type ?? '').startsWith('QUOTE');

const extent = ({ range }: Node): Span => ({ start: range?.[0] ?? 0, end: range?.[2] ?? 0 });
