/** Reads bodies, and no more of them than is allowed. */
import { badRequest, Problem } from './problem.ts';

/** @throws Problem if the body is too large, or no UTF-8. */
export async function readBody(request: Request, most: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const bytes: Uint8Array = part.value;
    chunks.push(bytes);
    length += bytes.length;
    if (length <= most) continue;
    await reader?.cancel();
    throw tooLarge(most);
  }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
  } catch {
    throw badRequest('the body is no UTF-8');
  }
}

const tooLarge = (most: number): Problem =>
  new Problem(413, { title: 'The body is too large.', detail: `At most ${most} bytes are read.` });
