/** Documents out of the bodies of requests. */
import type { SourceFile } from '../../compiler/1-parse/document.ts';
import type { DocumentId, DocumentValue } from '../../store/index.ts';
import { MEDIA } from './media.ts';
import type { Call } from './operation.ts';
import { badRequest, Problem } from './problem.ts';

export interface WrittenDocument {
  readonly id: DocumentId;
  readonly value: DocumentValue;
}

/** The body of a request as files. @throws Problem if its media type is none of ours, or it is no list of files. */
export async function readFiles(call: Call): Promise<readonly SourceFile[]> {
  const text = await call.text();
  if (call.mediaType === MEDIA.yaml || call.mediaType === 'text/yaml') return [{ path: 'body.yaml', text }];
  if (call.mediaType !== MEDIA.json) throw wrongMediaType(call, [MEDIA.json, MEDIA.yaml]);
  return filesIn(jsonIn(text)) ?? [{ path: 'body.json', text }];
}

/**
 * The documents of a body, each as its schema wants it; what they refer to is not looked at.
 * @throws Problem that carries the diagnostics if something is wrong with one, or if two are of the same name
 */
export async function readDocuments(call: Call): Promise<readonly WrittenDocument[]> {
  return checkDocuments(await readFiles(call));
}

/** The same of files; what checks them is loaded when it is first needed. */
export async function checkDocuments(files: readonly SourceFile[]): Promise<readonly WrittenDocument[]> {
  const { checkFiles } = await import('./check-files.ts');
  return checkFiles(files);
}

export const wrongMediaType = (
  { mediaType }: Call,
  wanted: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Problem =>
  new Problem(
    415,
    {
      title: 'The media type of the body is none that is understood here.',
      detail: `content-type must be ${wanted.join(' or ')}${mediaType === '' ? ', and is missing' : `, and is ${mediaType}`}`,
    },
    headers,
  );

/** @throws Problem if it is no JSON, or nested deeper than any document. */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw badRequest(`the body is nested more than ${MOST_LEVELS} levels deep`);
  return jsonIn(text);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(`the body is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A document may have 100 levels, and stands in a list in a request. */
export const MOST_LEVELS = 128;

/** Whoever went down level by level would run out of stack. */
function isTooDeep(text: string): boolean {
  let level = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') isInText = !isInText;
    else if (isInText) at += character === '\\' ? 1 : 0;
    else if (character === '[' || character === '{') level += 1;
    else if (character === ']' || character === '}') level -= 1;
    if (level > MOST_LEVELS) return true;
  }
  return false;
}

/** The list of files of a body that is one; nothing for a document. */
function filesIn(body: unknown): readonly SourceFile[] | undefined {
  if (!isObject(body) || !Object.hasOwn(body, 'files')) return undefined;
  const { files } = body;
  if (Array.isArray(files) && files.every(isSourceFile)) return files;
  throw badRequest('"files" must be a list of objects with a "path" and a "text"');
}

const isSourceFile = (value: unknown): value is SourceFile =>
  isObject(value) && typeof value['path'] === 'string' && typeof value['text'] === 'string';

export const isObject = (value: unknown): value is DocumentValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
