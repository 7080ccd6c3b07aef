/** One request to S3 by `fetch`, signed, and tried again while that may help. */
import type { AwsClient } from 'aws4fetch';
import { readErrorCode } from './listing.ts';

/** Tries of one request, the first included. */
const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 50;
const TIMEOUT_MS = 30_000;

/** No answer, or one that is no success; in the shape that `errors.ts` reads. */
export class RequestFailure extends Error {
  override readonly name: string;
  readonly $metadata: {
    readonly httpStatusCode: number | undefined;
    readonly requestId: string | undefined;
    readonly attempts: number;
  };
  constructor(name: string, response: Response | undefined, attempts: number) {
    super(name);
    this.name = name;
    const requestId = response?.headers.get('x-amz-request-id') ?? undefined;
    this.$metadata = { httpStatusCode: response?.status, requestId, attempts };
  }
}

/** @throws RequestFailure */
export async function request(client: AwsClient, address: string, init: RequestInit): Promise<Response> {
  for (let attempts = 1; ; attempts += 1) {
    const answer = await attempt(client, address, init, attempts);
    if (!(answer instanceof RequestFailure)) return answer;
    if (attempts === ATTEMPTS || !mayHelp(answer)) throw answer;
    await sleep(FIRST_PAUSE_MS * 2 ** (attempts - 1) * (0.5 + Math.random()));
  }
}

async function attempt(
  client: AwsClient,
  address: string,
  init: RequestInit,
  attempts: number,
): Promise<Response | RequestFailure> {
  let response: Response;
  try {
    response = await client.fetch(address, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    return new RequestFailure(error instanceof Error ? error.name : 'Error', undefined, attempts);
  }
  if (response.ok) return response;
  return new RequestFailure(readErrorCode(await response.text()) ?? 'Error', response, attempts);
}

/** 409: two writes of an object have met, and S3 asks to try again. */
const mayHelp = ({ $metadata: { httpStatusCode: status } }: RequestFailure): boolean =>
  status === undefined || status === 409 || status === 429 || status >= 500;

/** There are no timers of Node's at the edge. */
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
