/** A rollout as people read it. */
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import type { RolloutState } from '../../store/index.ts';
import { count, paintFor, short, shortTime, table, writeLines } from '../output.ts';
import type { Host } from '../host.ts';
import { because, naming, place, progress, stepRows } from './words.ts';
import { currentState, holdOn, type ShownRollout } from './view.ts';

/** How many events and rejections are shown. */
const SHOWN = 5;

export function showRollout(view: ShownRollout, host: Host): void {
  const { gateway, head, state, fleet } = view;
  const { bad, note } = paintFor(host.colour.out);
  const current = currentState(view);
  const hold = holdOn(view);
  writeLines(host, [
    printable(`${gateway}: ${naming(head)} is ${current ? place(current) : notBegun(hold)}`),
    ...(current ? details(current).map((line) => `  ${printable(line)}`) : []),
    ...[current?.reason ?? hold?.reason].flatMap((why) => (why ? [`${bad('reason')} ${lines(because(why))}`] : [])),
    ...(view.policy.steps.length > 0 ? ['', ...table(steps(view, current))] : []),
    '',
    ...bundleTable(view),
    ...fleet.rejections
      .slice(0, SHOWN)
      .map(
        ({ node, bundle, message, time }) =>
          `${note('rejected')} ${lines(`${short(bundle)} by ${node} at ${shortTime(time)}: ${message.trim()}`)}`,
      ),
    ...(state && state.events.length > 0 ? ['', ...eventTable(state)] : []),
  ]);
}

const notBegun = (hold: RolloutState | undefined): string =>
  hold
    ? `held, since the rollout of revision ${hold.candidate.number} is paused; "resume" lets it begin`
    : 'not begun: no relay has taken a step yet';

/** Words of Envoy's, which may have several lines. */
const lines = (text: string): string => text.split('\n').map(printable).join('\n  ');

function details(state: RolloutState): readonly string[] {
  const { stable, candidate, since } = state;
  const now = progress(state);
  return [
    `since ${shortTime(since)}`,
    ...(stable && stable.revision !== candidate.revision ? [`the last good one is ${naming(stable)}`] : []),
    ...(now === undefined ? [] : [now]),
  ];
}

const steps = ({ policy }: ShownRollout, current: RolloutState | undefined): readonly (readonly string[])[] => [
  ['', 'STEP', 'NODES', 'BAKE', 'APPROVAL'],
  ...stepRows(policy).map((row, index) => [index === current?.step ? '*' : '', ...row]),
];

function bundleTable({ fleet, head, state }: ShownRollout): readonly string[] {
  const { relays, connected, bundles } = fleet;
  if (relays === 0) return ['no relay reports what its nodes run'];
  const known = [head, state?.candidate, state?.stable, ...(state?.failed ?? [])];
  const rows = [...bundles.values()].map(({ bundle, accepted, pending, rejected }) => [
    short(bundle),
    String(known.find((release) => release?.bundle === bundle)?.number ?? '-'),
    ...[accepted, pending, rejected].map(String),
  ]);
  return [
    `${count(connected, 'node')} on ${count(relays, 'relay')}`,
    ...(rows.length > 0 ? table([['BUNDLE', 'REVISION', 'ACCEPTED', 'PENDING', 'REJECTED'], ...rows]) : []),
  ];
}

const eventTable = ({ events }: RolloutState): readonly string[] =>
  table([
    ['TIME', 'REVISION', 'EVENT'],
    ...events
      .slice(0, SHOWN)
      .map(({ time, release, message }) => [shortTime(time), String(release.number), message.trim()]),
  ]);
