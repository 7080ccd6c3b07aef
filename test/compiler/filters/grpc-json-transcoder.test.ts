import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { greeterDescriptors } from '../../servers/greeter-descriptors.ts';
import { mistakesIn } from './mistakes.ts';

const transcoder = (descriptors: string, service = 'enroute.test.Greeter') =>
  `{ type: grpc-json-transcoder, descriptors: { ${descriptors} }, services: [${service}] }`;

const base64 = (...bytes: readonly number[]) => Buffer.from(bytes).toString('base64');

/** A file named "a" that imports "b". */
const INCOMPLETE = base64(0x0a, 6, 0x0a, 1, 0x61, 0x1a, 1, 0x62);

test.each([
  ['nothing', transcoder(`inline: ${greeterDescriptors()}`), []],
  ['nothing, as the file is not there to be read', transcoder('file: /a', 'x.Y'), []],
  ['no descriptors', transcoder(''), ['missing-choice /descriptors']],
  [
    'a service that is not described',
    transcoder(`inline: ${greeterDescriptors()}`, 'enroute.test.Greater'),
    ['invalid-value /services/0'],
  ],
  ['a service that has no name', transcoder('file: /a', '"a b"'), ['invalid-format /services/0']],
  ['descriptors that are no base64', transcoder('inline: "a"'), ['invalid-format /descriptors/inline']],
  ['descriptors that are no protobuf', transcoder('inline: aGVsbG8='), ['invalid-format /descriptors/inline']],
  ['descriptors that are cut off', transcoder(`inline: ${base64(0x0a, 9)}`), ['invalid-format /descriptors/inline']],
  ['descriptors of nothing', transcoder('inline: ""'), ['invalid-format /descriptors/inline']],
  [
    'descriptors without their imports',
    transcoder(`inline: ${INCOMPLETE}`, 'a'),
    ['invalid-format /descriptors/inline'],
  ],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));

test('the descriptors of the case are those of the greeter', async () => {
  const file = new URL('../../../fixtures/filters/grpc-json-transcoder/file/greeter.pb', import.meta.url);
  expect((await readFile(file)).toString('base64')).toBe(greeterDescriptors());
});
