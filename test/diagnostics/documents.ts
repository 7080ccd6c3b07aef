import { parse } from '../../compiler/1-parse/parse.ts';
import { collect } from '../../compiler/diagnostics/report.ts';

/** The one document of a text, and the file that it stands in. */
export const documentOf = (text: string, path = 'test.yaml') => {
  const file = { path, text };
  const [document] = parse([file], collect().report);
  if (!document) throw new Error('the text holds no document');
  return { file, document };
};
