import { expect, test } from 'vitest';
import { CATALOG } from '../../compiler/index.ts';
import { enroutectl, enroutectlJson, succeed } from './enroutectl.ts';

test('lists every code', async () => {
  const lines = (await succeed(['explain'])).trim().split('\n');
  expect(lines).toHaveLength(Object.keys(CATALOG).length + 1);
  const { json } = await enroutectlJson(['explain']);
  expect(json.codes.map(({ code }: { readonly code: string }) => code)).toEqual(Object.keys(CATALOG).sort());
});

test('explains a code', async () => {
  expect(await succeed(['explain', 'unknown-field'])).toMatch(/^## unknown-field[^]*\*\*Cure\*\*/);
  expect((await enroutectlJson(['explain', 'unknown-field'])).json).toMatchObject({
    code: 'unknown-field',
    severity: 'error',
    cure: expect.any(String),
    example: { wrong: expect.any(String), right: expect.any(String) },
  });
});

test.each([
  ['unknown-feild', 'did you mean "unknown-field"?'],
  ['__proto__', 'enroutectl explain lists all'],
])('says that there is no %s', async (code, help) => {
  expect(await enroutectl(['explain', code])).toMatchObject({ exit: 2, err: expect.stringContaining(help) });
});
