/** What a route that claims choose may depend on. */
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';
import { readFiles } from '../fixtures.ts';

const [FILE] = readFiles('cases/routes-by-claims');

/** The codes and pointers of what is wrong, after texts of the case have been replaced by others. */
function problemsOf(...replacements: readonly (readonly [string, string])[]): readonly string[] {
  const text = replacements.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`the case has no ${from}`);
    return all.replace(from, to);
  }, FILE?.text ?? '');
  return compile([{ path: 'a.yaml', text }]).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
}

const BETA = '- match: { claims: [{ provider: login, claim: beta, boolean: true }] }';
const TEAM = '- match: { headers: [{ name: x-team, exact: shop }] }';
const ANYBODY = '- respond: { statusCode: 200, body: anybody }';
const HOST_FILTER = '  filters:\n    - type: jwt';
const OWN = 'filters: [{ type: compression }]';
const COMPRESSED: readonly [string, string] = [HOST_FILTER, '  filters:\n    - type: compression\n    - type: jwt'];

test.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
  ['nothing', [], []],
  [
    'a provider that nobody has',
    [['provider: login, claim: beta', 'provider: logn, claim: beta']],
    ['unverified-claim /spec/routes/1/match/claims/0/provider'],
  ],
  [
    'a provider that chooses no route again',
    [
      ['recomputeRoute: true', 'recomputeRoute: false'],
      [TEAM, '- match: { methods: [PUT] }'],
    ],
    [
      'needs-field /spec/routes/1/match/claims/0/provider',
      'needs-field /spec/routes/2/match/claims/0/provider',
      'needs-field /spec/routes/2/match/claims/1/provider',
    ],
  ],
  ['a filter of its own', [[BETA, `${BETA}\n      ${OWN}`]], ['late-route /spec/routes/1/filters/0']],
  [
    'a filter of its own, by a header made of a claim',
    [[TEAM, `${TEAM}\n      ${OWN}`]],
    ['late-route /spec/routes/3/filters/0'],
  ],
  [
    'a filter that it disables',
    [COMPRESSED, [BETA, `${BETA}\n      disableFilters: [compression]`]],
    ['late-route /spec/routes/1/disableFilters/0'],
  ],
  [
    'a filter that the route around it disables',
    [COMPRESSED, [ANYBODY, `- disableFilters: [compression]\n      respond: { statusCode: 200, body: anybody }`]],
    ['late-route /spec/routes/0/disableFilters/0'],
  ],
  [
    'a filter that a route of other paths disables',
    [
      COMPRESSED,
      [
        ANYBODY,
        `${ANYBODY}\n    - match: { path: { exact: /x } }\n      disableFilters: [compression]\n      respond: { statusCode: 200, body: anybody }`,
      ],
    ],
    [],
  ],
  ['a filter that any other route has', [[ANYBODY, `- ${OWN}\n      respond: { statusCode: 200, body: anybody }`]], []],
])('%s', (_, replacements, problems) => expect(new Set(problemsOf(...replacements))).toEqual(new Set(problems)));
