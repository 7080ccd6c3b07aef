/** What lies between two revisions of the documents of an API. */
import { diffLines } from '../diff/render.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { paintFor, writeData, writeLines } from '../output.ts';
import { during } from '../progress.ts';
import { connect, type ConnectionFlags } from './connection.ts';
import { objectsIn } from './json.ts';
import { changeLines, type PlanFlags } from './plan.ts';
import { readChange, readGatewayChanges } from './write-result.ts';

/** @param sides `@head`, `@12` or the beginning of a digest after the sign */
export async function diffRevisions(
  [from, to]: readonly [from: string, to: string],
  flags: ConnectionFlags & PlanFlags,
  host: Host,
): Promise<ExitCode> {
  const remote = await connect(flags, host);
  const query = { from: from.slice(1), to: to.slice(1), envoy: true };
  const answer = await during(host, 'comparing', () => remote.send({ method: 'GET', path: '/v1/diff', query }));
  const changes = objectsIn(answer, 'changes').map(readChange);
  const envoy = objectsIn(answer, 'envoy').map(readGatewayChanges);
  const options = { paint: paintFor(host.colour.out), length: flags.full ? 'full' : 'short' } as const;
  if (flags.output !== 'text') writeData(host, answer, flags.output);
  else
    writeLines(host, [
      ...changeLines(changes, options),
      ...(envoy.length > 0 ? ['', 'Envoy:', ...diffLines(envoy, options)] : []),
    ]);
  return changes.length === 0 ? EXIT.success : EXIT.negative;
}
