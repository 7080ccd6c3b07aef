/** What finding a route costs Envoy: a list of routes against the tree that takes its place, by the number of routes. */
import { RouteMemo } from '../../compiler/4-lower/memo.ts';
import { routeLookup, TREE_RULE } from '../../compiler/4-lower/route/route-tree.ts';
import type { EnvoyRoute } from '../../compiler/4-lower/route/route.ts';
import { findEnvoy } from '../../cli/local/envoy.ts';
import { startEnvoy } from '../../cli/local/run-envoy.ts';
import { ALWAYS_LIST, ALWAYS_TREE } from '../../test/compiler/tree-rules.ts';
import { reservePort } from '../../test/servers/ports.ts';
import { describeLoad } from '../machine.ts';
import { number, quantile, table, type Column } from '../table.ts';
import { bootstrapOf } from './envoy.ts';
import { requestsPerSecond } from './wrk.ts';

export interface RoutesOptions {
  readonly sizes: readonly number[];
  /** Seconds of load for each measurement. */
  readonly seconds: number;
  /** How often each is measured, in turns; the median counts. */
  readonly rounds: number;
}

export const QUICK: RoutesOptions = { sizes: [10, 1_000], seconds: 1, rounds: 1 };
export const USUAL: RoutesOptions = { sizes: [10, 100, 1_000, 10_000], seconds: 3, rounds: 3 };

/** In the order in which they are measured. */
const CASES = [
  { lookup: 'list', route: 'first' },
  { lookup: 'tree', route: 'first' },
  { lookup: 'list', route: 'last' },
  { lookup: 'tree', route: 'last' },
] as const;

type Case = (typeof CASES)[number];

interface Row {
  readonly routes: number;
  /** Requests a second, by lookup and route. */
  readonly rates: ReadonlyMap<Case, number>;
}

/** Measures, and returns a section in Markdown. */
export async function benchmarkRoutes({ sizes, seconds, rounds }: RoutesOptions): Promise<string> {
  const rows: Row[] = [];
  for (const size of sizes) rows.push(await measure(size, seconds, rounds));
  return `## Routes

Requests a second that one worker of Envoy answers, for the first and the last route of a host with prefix routes; \`wrk\`
with 32 connections, the median of ${rounds} runs of ${seconds} s; ${describeLoad()}. Hosts of ${TREE_RULE.fewestRoutes} routes and more become trees.

${table(COLUMNS, rows)}
`;
}

async function measure(routes: number, seconds: number, rounds: number): Promise<Row> {
  const all = Array.from({ length: routes }, (_, place) => prefixRoute(place));
  const port = await reservePort();
  const envoy = await startEnvoy({
    binary: await findEnvoy(),
    bootstrap: bootstrapOf(port, {
      list: routeLookup(all, new RouteMemo(), ALWAYS_LIST),
      tree: routeLookup(all, new RouteMemo(), ALWAYS_TREE),
    }),
  });
  try {
    const runs = new Map<Case, number[]>(CASES.map((one) => [one, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const one of CASES) {
        const path = pathOf(one.route === 'first' ? 0 : routes - 1);
        runs.get(one)?.push(await requestsPerSecond({ port, host: one.lookup, path, seconds }));
      }
    }
    return { routes, rates: new Map([...runs].map(([one, rates]) => [one, quantile(rates, 0.5)])) };
  } finally {
    await envoy.stop();
  }
}

const pathOf = (place: number): string => `/team-${place % 100}/service-${place}`;

const prefixRoute = (place: number): EnvoyRoute => ({
  match: { path_separated_prefix: pathOf(place) },
  direct_response: { status: 200 },
});

const rateOf = ({ rates }: Row, { lookup, route }: Case): number =>
  [...rates].find(([one]) => one.lookup === lookup && one.route === route)?.[1] ?? Number.NaN;

const rateColumn = (one: Case): Column<Row> => ({
  title: `${one.lookup}, ${one.route}`,
  cell: (row) => number(rateOf(row, one)),
});

const COLUMNS: readonly Column<Row>[] = [
  { title: 'routes', cell: ({ routes }) => number(routes) },
  ...CASES.map(rateColumn),
  { title: 'last: tree ÷ list', cell: (row) => number(rateOf(row, CASES[3]) / rateOf(row, CASES[2])) },
  { title: 'tree: last ÷ first', cell: (row) => number(rateOf(row, CASES[3]) / rateOf(row, CASES[1])) },
];
