/** Everything that is said to be shown is shown, by a test or a transcript that is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../sources.ts';
import * as envoy from './envoy-tests.ts';
import * as go from './go-control-plane-tests.ts';
import * as harness from './harness-tests.ts';
import * as java from './java-control-plane-tests.ts';
import * as requests from './request-rules.ts';
import * as responses from './response-rules.ts';
import type { Behaviour } from './table.ts';
import * as xdsRelay from './xds-relay-tests.ts';

const TABLES: Readonly<Record<string, Readonly<Record<string, readonly Behaviour[]>>>> = {
  'the protocol': { ...requests, ...responses },
  'go-control-plane': { ...go },
  'java-control-plane': { ...java },
  'xds-relay': { ...xdsRelay },
  'xds-test-harness': { ...harness },
  Envoy: { ...envoy },
};

/** Titles of a file's tests, as they are written: those of `test.each` with their placeholders. */
const TITLE = /(?:\btest|[\])])\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)\s*,/g;

function titlesIn(path: string): ReadonlySet<string> {
  const text = readFileSync(path, 'utf8');
  const titles = [...text.matchAll(TITLE)].map(([, single, double, template]) => single ?? double ?? template ?? '');
  return new Set(titles.map((title) => title.replaceAll(/\\(.)/g, '$1')));
}

function isThere(evidence: string): boolean {
  const [kind = '', name = ''] = evidence.split('/');
  if (!evidence.includes(':') && kind === 'sessions') return existsSync(join(ROOT, 'fixtures/sessions', `${name}.txt`));
  if (!evidence.includes(':') && kind === 'errors') return existsSync(join(ROOT, 'fixtures/errors', name));
  const border = evidence.indexOf(': ');
  const path = join(ROOT, 'test', `${evidence.slice(0, border)}.test.ts`);
  return border > 0 && existsSync(path) && titlesIn(path).has(evidence.slice(border + 2));
}

describe.each(Object.entries(TABLES))('what %s asks for', (_, groups) => {
  test.each(Object.entries(groups))('is shown: %s', (__, behaviours) => {
    expect(behaviours.length).toBeGreaterThan(0);
    const evidence = behaviours.flatMap(({ name, shownBy }) => shownBy.map((one) => [name, one] as const));
    expect(evidence.filter(([, one]) => !isThere(one))).toEqual([]);
  });

  test.each(Object.entries(groups))('or it is said why it is not ours: %s', (__, behaviours) => {
    const unsaid = behaviours.filter(({ shownBy, reason }) => shownBy.length === 0 && !reason?.endsWith('.'));
    expect(unsaid).toEqual([]);
    const names = behaviours.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  });
});

test('a test or transcript that is not there is found out', () => {
  expect(isThere('sessions/unknown-type')).toBe(true);
  expect(isThere('sessions/no-such')).toBe(false);
  expect(isThere('relay/probe/sotw: explicit * is a wildcard')).toBe(true);
  expect(isThere('relay/probe/sotw: explicit * is a')).toBe(false);
  expect(isThere('relay/probe/none: explicit * is a wildcard')).toBe(false);
});
