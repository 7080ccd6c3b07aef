/** What holds in whatever order things happen. */
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NOTHING_HELD } from '../../relay/delivery.ts';
import { isConsistent, play, type Run } from './session/interleaving.ts';
import { brokenRuns, bumpyRuns, bundles, hurriedRuns, returningRuns, smoothRuns, swiftRuns } from './session/runs.ts';

type Play = typeof play;

/** @param ignored A kind of fault that these runs may have. */
function assertClean(runs: fc.Arbitrary<Run>, playRun: Play, ignored?: RegExp): void {
  fc.assert(
    fc.property(runs, (run) => {
      expect(playRun(run).filter((fault) => !ignored?.test(fault))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
}

describe('a session and an Envoy, in any order', () => {
  test('order holds, one response of a type is in flight, and the newest bundle arrives', () => {
    assertClean(smoothRuns, play);
  });

  test('the same when Envoy refuses some of it, and nothing is sent again without a reason', () => {
    assertClean(bumpyRuns, play);
  });

  test('the same when streams break and begin anew', () => {
    assertClean(brokenRuns, play);
  });

  test('the same when streams begin anew at another bundle', () => {
    assertClean(returningRuns, play);
  });

  test('nothing in use is removed and the newest bundle arrives though deadlines pass', () => {
    assertClean(hurriedRuns, play, /before it is accepted/);
  });

  test('clusters that are gone in one bundle after the other stay, each its time', () => {
    assertClean(swiftRuns, play);
  });

  test('the bundles of these runs are consistent', () => {
    fc.assert(fc.property(bundles, isConsistent));
  });
});

/** Each breaks one rule, and the runs that must show it. */
describe('a relay that is broken on purpose is found out', () => {
  afterEach(() => {
    vi.doUnmock('../../relay/drain.ts');
    vi.doUnmock('../../relay/push-plan.ts');
    vi.doUnmock('../../relay/session.ts');
    vi.doUnmock('../../relay/watch.ts');
    vi.resetModules();
  });

  test('listeners and routes do not wait for clusters', async () => {
    await breakModule('../../relay/push-plan.ts', { gateOf: () => 'open' });
    await expectFound(smoothRuns, /before it is accepted/);
  });

  test('removals do not come last', async () => {
    const { findDue } = await vi.importActual<typeof import('../../relay/push-plan.ts')>('../../relay/push-plan.ts');
    await breakModule('../../relay/push-plan.ts', {
      findDue: (...[session, watch]: Parameters<typeof findDue>) => findDue(session, watch, 'remove-rest'),
    });
    await expectFound(smoothRuns, /removed while in use/);
  });

  test('clusters that are gone do not stay a while', async () => {
    await breakModule('../../relay/drain.ts', { isDraining: () => false });
    await expectFound(smoothRuns, /removed before its time/);
  });

  test('clusters that are gone go all at once', async () => {
    const { endDrain } = await vi.importActual<typeof import('../../relay/drain.ts')>('../../relay/drain.ts');
    await breakModule('../../relay/drain.ts', {
      endDrain: (...arguments_: Parameters<typeof endDrain>) => ({ ...endDrain(...arguments_), drains: [] }),
    });
    await expectFound(swiftRuns, /removed before its time/);
  });

  test('unchanged endpoints do not follow a changed cluster', async () => {
    await breakModule('../../relay/watch.ts', { forget: (watch: unknown) => watch });
    await expectFound(smoothRuns, /warms for ever/);
  });

  test('endpoints of clusters that are gone meanwhile are not sent', async () => {
    const { step } = await vi.importActual<typeof import('../../relay/session.ts')>('../../relay/session.ts');
    await breakModule('../../relay/session.ts', {
      step: (...arguments_: Parameters<typeof step>) => {
        const [session, effects] = step(...arguments_);
        return [{ ...session, endpoints: null }, effects];
      },
    });
    await expectFound(smoothRuns, /warms for ever/);
  });

  test('a second response does not wait for the first', async () => {
    const { send } = await vi.importActual<typeof import('../../relay/watch.ts')>('../../relay/watch.ts');
    await breakModule('../../relay/watch.ts', {
      send: (...arguments_: Parameters<typeof send>) => ({ ...send(...arguments_), inFlight: null }),
    });
    await expectFound(smoothRuns, /in flight/);
  });

  test('what is refused is sent again', async () => {
    const { reject } = await vi.importActual<typeof import('../../relay/watch.ts')>('../../relay/watch.ts');
    await breakModule('../../relay/watch.ts', {
      reject: (...arguments_: Parameters<typeof reject>) => ({ ...reject(...arguments_), held: NOTHING_HELD }),
    });
    await expectFound(bumpyRuns, /sent again|does not end/);
  });

  test('what is refused is taken for held', async () => {
    const { accept } = await vi.importActual<typeof import('../../relay/watch.ts')>('../../relay/watch.ts');
    await breakModule('../../relay/watch.ts', { reject: accept });
    await expectFound(bumpyRuns, /wants|before it is accepted/);
  });
});

async function breakModule(path: string, replacements: Readonly<Record<string, unknown>>): Promise<void> {
  vi.resetModules();
  vi.doMock(path, async (importOriginal) => ({ ...(await importOriginal<object>()), ...replacements }));
}

async function expectFound(runs: fc.Arbitrary<Run>, fault: RegExp): Promise<void> {
  const { play: playBroken } = await import('./session/interleaving.ts');
  const result = fc.check(
    fc.property(runs, (run) => !playBroken(run).some((found) => fault.test(found))),
    { numRuns: 2_000 },
  );
  expect(result.failed).toBe(true);
}
