/** The lines of a text that comes in pieces; an unfinished last one is left out. */
import type { Readable } from 'node:stream';

export async function* readLines(stream: Readable): AsyncIterable<string> {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield line;
  }
}
