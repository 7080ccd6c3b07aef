/** Answers as gzip, for a platform that passes on a few megabytes and compresses nothing by itself. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** What is shorter is not worth it, in bytes. */
const LEAST = 10_000;

/** The answer, compressed if it is long and whoever asks understands that. */
export async function gzipped(request: Request, response: Response): Promise<Response> {
  const { status, headers } = response;
  if (response.body === null || headers.has('content-encoding') || !accepts(request)) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isWorth = bytes.length >= LEAST;
  const answer = new Response(isWorth ? new Uint8Array(await compress(bytes)) : bytes, { status, headers });
  answer.headers.append('vary', 'accept-encoding');
  if (isWorth) answer.headers.set('content-encoding', 'gzip');
  return answer;
}

/** RFC 9110, section 12.5.3. A quality of nothing refuses. */
function accepts({ headers }: Request): boolean {
  const codings = (headers.get('accept-encoding') ?? '').toLowerCase().split(',');
  return codings.some((coding) => /^\s*(gzip|\*)\s*(;|$)/.test(coding) && !/;\s*q\s*=\s*0(\.0*)?\s*$/.test(coding));
}
