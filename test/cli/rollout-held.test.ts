/** What is published over a rollout that a person has paused. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDirectoryStore } from '../../store/index.ts';
import { advanceRollouts } from '../../store/rollout/advance.ts';
import { timeOf } from '../../cli/rollout/view.ts';
import { edit, enroutectl, enroutectlJson, quickStart, succeed } from './enroutectl.ts';

const IN = ['--store', 'bucket'];

test('publish says that a person has paused the rollout, and so does rollout status', async () => {
  const cwd = await quickStart();
  const store = await createDirectoryStore(join(cwd, 'bucket'));
  await succeed(['publish', 'gateways', ...IN], { cwd });
  await advanceRollouts(store, { now: await timeOf(store) });
  await succeed(['rollout', 'pause', ...IN, '-m', 'lunch'], { cwd });
  await edit(join(cwd, 'gateways/gateway.yaml'), '8080', '8081');
  const out = await succeed(['publish', 'gateways', ...IN], { cwd });
  expect(out).toContain('  warning: no Envoy gets it while the rollout is paused: ann: lunch\n');
  expect(out).toContain('  help: "enroutectl rollout resume default/edge" lets it begin\n');
  for (const wait of [[], ['--wait']]) {
    const status = await enroutectl(['rollout', 'status', ...IN, ...wait], { cwd });
    expect(status.exit).toBe(1);
    expect(status.out).toContain('is held, since the rollout of revision 1 is paused; "resume" lets it begin');
    expect(status.out).toContain('reason ann: lunch');
  }
  const { json } = await enroutectlJson(['publish', 'gateways', ...IN], { cwd });
  expect(json.gateways).toMatchObject([{ status: 'unchanged', held: { kind: 'person', message: 'lunch' } }]);
  expect(await succeed(['rollout', 'resume', ...IN], { cwd })).toContain('revision 2');
  expect(await succeed(['publish', 'gateways', ...IN], { cwd })).not.toContain('warning');
});
