/** Diagnostics of the parse stage: text that is not YAML 1.2 or JSON, or says what plain data cannot hold. */
import { define, type NoParams } from '../define.ts';
import type { Location } from '../location.ts';
import { quote } from './words.ts';

export const PARSE = {
  'invalid-yaml': define<{ problem: string; advice?: string | undefined }>({
    severity: 'error',
    title: 'The text is not YAML 1.2.',
    message: ({ problem }) => problem,
    help: ({ advice }) => advice,
    explanation: {
      meaning: 'The text of a document cannot be read as YAML. Only the first mistake of a document is shown.',
      reason:
        'What follows a mistake in the syntax can be understood in more than one way, so the whole document is left out and nothing is compiled.',
      cure: 'Correct the marked place. Most often quotes are missing around a value that has ": " or " #" in it, or a line is indented too far or not far enough.',
      example: { wrong: 'title: shop: checkout', right: 'title: "shop: checkout"' },
    },
  }),
  'tab-indentation': define<NoParams>({
    severity: 'error',
    title: 'A line is indented with a tab.',
    message: () => 'a tab cannot indent a line in YAML',
    help: () => 'indent with spaces',
    explanation: {
      meaning: 'A tab stands where the indentation of a line is.',
      reason:
        'YAML forbids it, because the width of a tab differs from editor to editor and indentation has a meaning.',
      cure: 'Replace the tab by spaces, and let your editor insert spaces in YAML files.',
      example: { wrong: 'spec:\n\tport: 8080', right: 'spec:\n  port: 8080' },
    },
  }),
  'invalid-json': define<{ problem: string; advice?: string | undefined }>({
    severity: 'error',
    title: 'The text is not JSON.',
    message: ({ problem }) => problem,
    help: ({ advice }) => advice,
    explanation: {
      meaning: 'The text of a file whose name ends in .json cannot be read as JSON (RFC 8259).',
      reason:
        'JSON has no comments, no trailing commas and no single quotes; tools that accept them differ in what they make of them.',
      cure: 'Correct the marked place, or name the file .yaml: there comments and trailing commas are allowed.',
      example: { wrong: '{ "port": 8080, }', right: '{ "port": 8080 }' },
    },
  }),
  'invalid-character': define<{ codePoint: number }>({
    severity: 'error',
    title: 'The text has a character that cannot stand in a document.',
    message: ({ codePoint }) =>
      codePoint === REPLACEMENT
        ? 'the file is not UTF-8 here'
        : `the character ${unicode(codePoint)} cannot stand here`,
    help: ({ codePoint }) => CHARACTER_HELP.get(codePoint) ?? 'remove it, or write it as an escape in a quoted string',
    explanation: {
      meaning:
        'The text has a control character, half of a surrogate pair, a byte order mark, or bytes that are not UTF-8.',
      reason:
        'Such characters cannot be seen, so that two texts look the same and are not. A byte that is not UTF-8 has already been replaced by U+FFFD when the file was read, and what it was is lost.',
      cure: 'Save the file as UTF-8 and remove the character. If it is meant, write it as an escape in double quotes.',
      example: { wrong: 'greeting: "caf\uFFFD"', right: 'greeting: "café"' },
    },
  }),
  'duplicate-key': define<{ key: string; first: Location }>({
    severity: 'error',
    title: 'A mapping has the same key twice.',
    message: ({ key }) => `the key ${quote(key)} stands here twice`,
    help: () => 'remove one of the two',
    related: ({ first }) => [{ at: first, message: 'first set here' }],
    explanation: {
      meaning: 'The same key is set twice in one mapping (YAML) or object (JSON).',
      reason: 'Parsers differ in which of the two they keep, and the other is lost without a word.',
      cure: 'Remove one of the two, or join what stands under them.',
      example: { wrong: 'port: 8080\nport: 8443', right: 'port: 8443' },
    },
  }),
  'unknown-alias': define<{ name: string }>({
    severity: 'error',
    title: 'A YAML alias names an anchor that does not stand before it.',
    message: ({ name }) => `no anchor is named ${quote(name)}`,
    help: ({ name }) => `a value that begins with "*" must be quoted: "*${name}"`,
    explanation: {
      meaning:
        'In YAML a plain value that begins with "*" is an alias: it repeats the value marked by an anchor such as "&name". There is no such anchor before it in the document.',
      reason: 'It is most often a wildcard, such as *.example.com, without quotes.',
      cure: 'Put quotes around the value; or, if an alias is meant, correct its name. An anchor must stand before its alias, in the same document.',
      example: { wrong: 'hostnames: [ *.shop.example ]', right: 'hostnames: ["*.shop.example"]' },
    },
  }),
  'alias-cycle': define<{ name: string }>({
    severity: 'error',
    title: 'A YAML alias stands inside the value that it repeats.',
    message: ({ name }) => `the alias ${quote(name)} would hold itself`,
    explanation: {
      meaning: 'The anchor marks a value, and the alias for it stands inside of that value.',
      reason: 'The value would have no end. JSON cannot hold it, and neither can Envoy.',
      cure: 'Write out the inner value, or move the anchor to the part that is meant to be repeated.',
      example: { wrong: 'defaults: &defaults\n  inner: *defaults', right: 'defaults: &defaults\n  inner: {}' },
    },
  }),
  'alias-bomb': define<{ limit: number }>({
    severity: 'error',
    title: 'The YAML aliases of a document multiply beyond all bounds.',
    message: ({ limit }) => `the aliases of this document stand for more than ${limit} values`,
    help: () => 'write the values out, or split the document',
    explanation: {
      meaning: 'Aliases that repeat values with aliases in them make a short text stand for a huge document.',
      reason:
        'Ten lines can stand for a thousand million values and would exhaust the memory of whoever reads them. The limit is far above what documents need.',
      cure: 'Use fewer aliases within aliases, or split the document.',
      example: {
        wrong:
          'a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n' +
          'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n' +
          'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n' +
          'd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c]',
        right: 'a: &a [1, 1, 1]\nb: [*a, *a, *a]',
      },
    },
  }),
  'merge-key': define<NoParams>({
    severity: 'error',
    title: 'A mapping has a YAML 1.1 merge key.',
    message: () => 'YAML 1.2 has no merge key "<<"',
    help: () => 'repeat the fields, or use an alias for a whole value: "spec: *defaults"',
    explanation: {
      meaning: 'The key "<<" merged another mapping into this one in YAML 1.1. It is not part of YAML 1.2.',
      reason:
        'Tools differ in whether and how they merge, so that the same file would mean different things. Aliases for whole values are part of YAML 1.2 and work.',
      cure: 'Write the fields out. What many documents share belongs into a Gateway or a Filter document.',
      example: {
        wrong: 'defaults: &defaults { connect: 5s }\ntimeouts:\n  <<: *defaults\n  idle: 60s',
        right: 'timeouts:\n  connect: 5s\n  idle: 60s',
      },
    },
  }),
  'non-string-key': define<NoParams>({
    severity: 'error',
    title: 'A key is not a string.',
    message: () => 'a key must be a string',
    help: () => 'write the key as plain or quoted text on one line',
    explanation: {
      meaning: 'A key is empty, a list, a mapping, or an alias. YAML allows that, JSON does not.',
      reason: 'A document is one and the same thing in YAML, in JSON and in Kubernetes, where keys are strings.',
      cure: 'Write the key as text. A number is read as its text and need not be quoted.',
      example: { wrong: '? [a, b]\n: 1', right: 'a: 1\nb: 1' },
    },
  }),
  'unsupported-tag': define<{ tag: string }>({
    severity: 'error',
    title: 'A value has a YAML tag that is not part of the core schema.',
    message: ({ tag }) => `the tag ${quote(tag)} is not supported here`,
    help: () => 'remove the tag, or quote the value if it begins with "!"',
    explanation: {
      meaning: 'A tag, such as !Ref or !!binary, asks the reader of the YAML text to make something else of the value.',
      reason:
        'Tags have no equal in JSON. Only those of the core schema (!!str, !!int, !!float, !!bool, !!null, !!map, !!seq) are understood.',
      cure: 'Remove the tag and write the value itself. A plain value that begins with "!" needs quotes.',
      example: { wrong: 'path: !prefix /cart', right: 'path: "!prefix /cart"' },
    },
  }),
  'unsupported-directive': define<{ directive: string }>({
    severity: 'error',
    title: 'A document begins with a YAML directive.',
    message: ({ directive }) => `the directive ${quote(directive)} is not supported`,
    help: () => 'remove the line: documents are YAML 1.2',
    explanation: {
      meaning:
        'A line that begins with "%" before a document is a directive: it changes the version of YAML, or the meaning of tags.',
      reason:
        'In YAML 1.1 "no" is false and 010 is eight. A document must not mean something else because of its first line.',
      cure: 'Remove the line.',
      example: { wrong: '%YAML 1.1\n---\nport: 010', right: 'port: 8' },
    },
  }),
  'inexact-number': define<{ source: string }>({
    severity: 'error',
    title: 'A number cannot be held exactly.',
    message: ({ source }) => `the number ${source.slice(0, 40)} cannot be held exactly`,
    help: ({ source }) =>
      /[a-z]/i.test(source.replace(/e/i, '')) ? undefined : 'if it is a name or an id, put it in quotes',
    explanation: {
      meaning:
        'Numbers are 64-bit floating point (IEEE 754), as in JSON. This one has more digits than fit, is too large, or is .inf or .nan.',
      reason: 'It would silently become another number: 9007199254740993 would be 9007199254740992.',
      cure: 'Put quotes around it if it is a name, such as an account id; otherwise write fewer digits.',
      example: { wrong: 'account: 9007199254740993', right: 'account: "9007199254740993"' },
    },
  }),
  'too-deep': define<{ limit: number }>({
    severity: 'error',
    title: 'A document is nested too deeply.',
    message: ({ limit }) => `this document is nested more than ${limit} levels deep`,
    explanation: {
      meaning: 'Lists and mappings stand inside of each other more often than the limit allows.',
      reason: 'No document needs it, and programs that read such a text run out of stack.',
      cure: 'Most likely brackets are left open, or a file came here by mistake.',
      example: { wrong: `a: ${'['.repeat(120)}${']'.repeat(120)}`, right: 'a: [[[1]]]' },
    },
  }),
};

const REPLACEMENT = 0xfffd;

const CHARACTER_HELP: ReadonlyMap<number, string> = new Map([
  [REPLACEMENT, 'save the file as UTF-8'],
  [0xfeff, 'a byte order mark may stand only at the very start of a file: remove it'],
  [0, 'save the file as UTF-8: it looks like UTF-16, or like no text at all'],
]);

const unicode = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
