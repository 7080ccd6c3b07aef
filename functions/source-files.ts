/** Documents out of a request. */
import type { SourceFile } from '../compiler/index.ts';

/** The body is not what its media type says. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody';
}

/** @throws UnreadableBody if the body is no list of files and no document. */
export async function readFiles(request: Request): Promise<readonly SourceFile[]> {
  const text = await request.text();
  const isJson = /^application\/(.*\+)?json\b/i.test(request.headers.get('content-type') ?? '');
  if (!isJson) return [{ path: 'body.yaml', text }];
  return filesIn(parseJson(text)) ?? [{ path: 'body.json', text }];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableBody(`It is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The list of files of a body that is one; nothing for a document. */
function filesIn(body: unknown): readonly SourceFile[] | undefined {
  if (typeof body !== 'object' || body === null || !('files' in body)) return undefined;
  const { files } = body;
  if (Array.isArray(files) && files.every(isSourceFile)) return files;
  throw new UnreadableBody('"files" must be a list of objects with a "path" and a "text"');
}

const isSourceFile = (value: unknown): value is SourceFile =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  typeof value.path === 'string' &&
  'text' in value &&
  typeof value.text === 'string';
