/** Taking back what an API has published for a Gateway that is deleted: the plan, the question, and what became of it. */
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { gatewayName } from '../bucket.ts';
import { diffLines } from '../diff/render.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { paintFor, writeData, writeLines } from '../output.ts';
import { during } from '../progress.ts';
import type { Remote } from './client.ts';
import { objectsIn, textIn, type JsonObject } from './json.ts';
import { confirm, nothingDone, type PlanFlags } from './plan.ts';
import { readGatewayChanges } from './write-result.ts';

export interface WithdrawFlags extends PlanFlags {
  readonly withdraw: string;
  readonly message?: string;
  readonly dryRun?: boolean;
}

/** Shows what its Envoys would lose, asks, and withdraws the gateway. */
export async function withdrawWithPlan(flags: WithdrawFlags, remote: Remote, host: Host): Promise<ExitCode> {
  const gateway = gatewayName(flags.withdraw);
  const isText = flags.output === 'text';
  const rehearsed = await withdraw(gateway, { dryRun: true }, remote);
  if (isText) showPlan(rehearsed, flags, host);
  if (flags.dryRun) {
    if (!isText) writeData(host, rehearsed, flags.output);
    return EXIT.success;
  }
  const confirmation = await confirm(`Withdraw ${gateway}?`, flags, host);
  if (confirmation !== 'yes') {
    if (!isText) writeData(host, { ...rehearsed, status: 'unconfirmed' }, flags.output);
    host.err(nothingDone('withdrawn', confirmation));
    return EXIT.unconfirmed;
  }
  const { message } = flags;
  const answer = await during(host, 'withdrawing', () =>
    withdraw(gateway, message === undefined ? {} : { message }, remote),
  );
  if (isText) writeLines(host, [printable(`${gateway} ${textIn(answer, 'status') ?? ''}`)]);
  else writeData(host, answer, flags.output);
  return EXIT.success;
}

/** What is withdrawn already stays so. */
function withdraw(gateway: string, query: { dryRun?: boolean; message?: string }, remote: Remote): Promise<JsonObject> {
  const [namespace = '', name = ''] = gateway.split('/');
  const path = `/v1/gateways/${encodeURIComponent(name)}/withdraw`;
  return remote.send({ method: 'POST', path, query: { namespace, ...query }, repeatable: 'by-itself' });
}

function showPlan(rehearsed: JsonObject, { full }: WithdrawFlags, host: Host): void {
  const changes = objectsIn(rehearsed, 'envoy').map(readGatewayChanges);
  const lines = diffLines(changes, { paint: paintFor(host.colour.out), length: full ? 'full' : 'short' });
  writeLines(host, lines.length > 0 ? ['Envoy:', ...lines] : ['its Envoys have nothing']);
}
