/** What the body of a publication asks for. */
import type { Digest, GatewayName } from '../../compiler/5-pack/bundle.ts';
import { isObject, parseJson, wrongMediaType } from './bodies.ts';
import { MEDIA } from './media.ts';
import type { Call } from './operation.ts';
import { badRequest } from './problem.ts';

export interface PublishRequest {
  readonly gateways?: readonly GatewayName[];
  readonly revision: string;
  readonly message?: string;
  readonly expect?: ReadonlyMap<GatewayName, Digest | null>;
  /** Whether gateways may lose most of what their Envoys have. */
  readonly losses: 'refuse' | 'allow';
}

const GATEWAY_NAME = /^[a-z0-9-]+\/[a-z0-9.-]+$/;

/** @throws Problem if the body is none. */
export async function readPublishRequest(call: Call): Promise<PublishRequest> {
  if (call.mediaType !== MEDIA.json) throw wrongMediaType(call, [MEDIA.json]);
  const body = parseJson(await call.text());
  if (!isObject(body)) throw badRequest('the body must be an object');
  const { gateways, revision = 'head', message, expect, losses = 'refuse', ...others } = body;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw badRequest(`there is no ${JSON.stringify(unknown)}`);
  if (typeof revision !== 'string' || !/^(head|[0-9a-f]{1,64})$/.test(revision))
    throw badRequest('"revision" must be a number or a digest, as a text');
  if (message !== undefined && (typeof message !== 'string' || message.length > 1000))
    throw badRequest('"message" must be a text of at most 1000 characters');
  if (losses !== 'refuse' && losses !== 'allow') throw badRequest('"losses" must be "refuse" or "allow"');
  const more: Pick<PublishRequest, 'losses' | 'message' | 'expect'> = {
    losses,
    ...(message !== undefined && { message }),
    ...(expect !== undefined && { expect: readExpectations(expect) }),
  };
  if (gateways === undefined) return { revision, ...more };
  if (!Array.isArray(gateways) || !gateways.every((one) => typeof one === 'string' && GATEWAY_NAME.test(one)))
    throw badRequest('"gateways" must be a list of names like "default/edge"');
  return { gateways, revision, ...more };
}

function readExpectations(value: unknown): ReadonlyMap<GatewayName, Digest | null> {
  const entries = isObject(value) ? Object.entries(value) : undefined;
  const isExpectation = (entry: [string, unknown]): entry is [string, Digest | null] =>
    GATEWAY_NAME.test(entry[0]) &&
    (entry[1] === null || (typeof entry[1] === 'string' && /^[0-9a-f]{64}$/.test(entry[1])));
  if (entries?.every(isExpectation)) return new Map(entries);
  throw badRequest('"expect" must be an object of digests, or null, by names like "default/edge"');
}
