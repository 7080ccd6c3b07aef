/** Stage 1: text → documents with positions. YAML 1.2 and JSON. */
import type { Report } from '../diagnostics/report.ts';
import type { Document, SourceFile, Span } from './document.ts';
import { readJson } from './json.ts';
import { flattenList } from './list.ts';
import { createParseMemo, openMemo, type MemoSession } from './memo.ts';
import type { Numbers } from './number.ts';
import { splitStream } from './stream.ts';
import { readYaml } from './yaml.ts';

/** Whether a file holds documents, by its name. The others in a folder are none of the compiler's business. */
export const isDocumentFile = (path: string): boolean => /\.(yaml|yml|json)$/i.test(path);

/**
 * The documents of all files, in the order of the files. Empty documents are left out, the items of a Kubernetes `List`
 * stand for themselves.
 *
 * A text with a mistake in it is reported and gives a document without a value: half a document would only cause more
 * mistakes. The other documents of the same file are not affected. Never throws, whatever the text.
 *
 * @param memo makes the next call with the same memo read only what has changed
 * @param numbers `nearest` for documents of others, in which numbers of any size may stand that do not matter to us
 */
export const parse = (
  files: readonly SourceFile[],
  report: Report,
  memo = createParseMemo(),
  numbers: Numbers = 'exact',
): readonly Document[] => {
  const session = openMemo(memo);
  const documents = files.flatMap((file) => parseFile(file, report, session, numbers));
  session.close();
  return documents;
};

const parseFile = (file: SourceFile, report: Report, session: MemoSession, numbers: Numbers): readonly Document[] => {
  const known = session.documents(file);
  if (known) return known;
  let isSound = true;
  const reportHere: Report = (...args) => {
    isSound = false;
    report(...args);
  };
  const documents = readFile(file, session, reportHere, numbers);
  if (isSound) session.rememberDocuments(file, documents);
  return documents;
};

const readFile = (file: SourceFile, session: MemoSession, report: Report, numbers: Numbers): readonly Document[] => {
  const { spans, read } = isJson(file)
    ? { spans: splitJson(file.text), read: readJson }
    : { spans: splitStream(file.text), read: readYaml };
  let index = 0;
  return spans.flatMap((span) => {
    const reading = session.read(file, file.text.slice(span.start, span.end), (text) => read(text, numbers));
    if ('value' in reading && reading.value === null) return [];
    const place = { file, index, span };
    index += 1;
    if ('value' in reading) return flattenList({ ...place, root: '', value: reading.value }, report);
    for (const finding of reading.findings) finding(report, locator(place));
    return [{ ...place, root: '', value: undefined }];
  });
};

const isJson = ({ path }: SourceFile) => path.toLowerCase().endsWith('.json');

/** One document, after a byte order mark if there is one. */
const splitJson = (text: string): readonly Span[] => [{ start: text.startsWith('\ufeff') ? 1 : 0, end: text.length }];

/** Turns offsets in a document's text into offsets in its file. */
const locator =
  ({ file, index, span }: Omit<Document, 'root' | 'value'>) =>
  ({ start, end }: Span) => ({ file, index, span: { start: span.start + start, end: span.start + end } });
