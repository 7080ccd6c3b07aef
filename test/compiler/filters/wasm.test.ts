import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { assemblePlugin } from '../../servers/plugin.ts';
import { mistakesIn } from './mistakes.ts';

const wasm = (code: string, rest = '') => `{ type: wasm, code: ${code}${rest} }`;
const SHA = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const http = (upstream: string, sha256: string) =>
  `{ http: { uri: "http://x/y", upstream: ${upstream}, sha256: ${sha256} } }`;

test.each([
  ['nothing', wasm('{ inline: AGFzbQEAAAA= }', ', configuration: { a: [1] }'), []],
  ['no code', '{ type: wasm }', ['missing-field ']],
  ['no place of the code', wasm('{}'), ['missing-choice /code']],
  ['two places of the code', wasm('{ file: /a, inline: AGFzbQEAAAA= }'), ['mutually-exclusive /code/inline']],
  ['a text that is no module', wasm('{ inline: aGVsbG8= }'), ['invalid-format /code/inline']],
  ['a text that is no base64', wasm('{ inline: "AGFzbQEAAAA" }'), ['invalid-format /code/inline']],
  ['an upstream that is not there', wasm(http('x', SHA)), ['unknown-reference /code/http/upstream']],
  ['a hash that is none', wasm(http('http1', 'abc')), ['invalid-format /code/http/sha256']],
  [
    'a configuration that is neither text nor object',
    wasm('{ file: /a }', ', configuration: 1'),
    ['wrong-type /configuration'],
  ],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));

test('the module of the case is the one that plugin.wat says', async () => {
  const file = new URL('../../../fixtures/filters/wasm/file/plugin.wasm', import.meta.url);
  expect(await readFile(file)).toEqual((await assemblePlugin()).bytes);
});
