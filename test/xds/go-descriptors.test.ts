/** Reading descriptors out of Go code. */
import { expect, test } from 'vitest';
import { descriptorInGoSource } from '../../generate/xds/go-descriptors.ts';

const read = (source: string): string | undefined => {
  const bytes = descriptorInGoSource(source);
  return bytes && Buffer.from(bytes).toString('hex');
};

test('a sum of strings with every kind of escape', () => {
  const source = String.raw`package x

const file_x_rawDesc = "" +
	"\n\x01a\"\\\t" +
	"é\u00e9\U0001f600\x80\a"

var other = "no"
`;
  const text = Buffer.from('éé\u{1F600}').toString('hex');
  expect(read(source)).toBe(`0a0161225c09${text}8007`);
});

test('a slice of bytes', () => {
  expect(read('var file_x_rawDesc = []byte{\n\t0x0a, 0x01,\n\t0x61,\n}\n\nvar y = []byte{0xff}\n')).toBe('0a0161');
});

test('a file without a descriptor', () => {
  expect(read('package x\n\nvar file_x_rawDescOnce sync.Once\n')).toBeUndefined();
});
