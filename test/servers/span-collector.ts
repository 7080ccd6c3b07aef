/** A collector of spans that are posted over HTTP: Zipkin's JSON, and whatever a Datadog agent is sent. */
import { createServer } from 'node:http';
import { close, listen } from './ports.ts';

export interface SpanCollector {
  /** On 127.0.0.1. */
  readonly port: number;
  /** What Zipkin's API was sent. */
  readonly spans: readonly ZipkinSpan[];
  /** The path and host of each request. */
  readonly posts: readonly { readonly path: string; readonly host: string; readonly type: string }[];
  readonly stop: () => Promise<void>;
}

export interface ZipkinSpan {
  readonly traceId: string;
  readonly id: string;
  readonly parentId?: string;
  readonly name: string;
  readonly kind: 'SERVER' | 'CLIENT';
  readonly shared?: boolean;
  readonly localEndpoint: { readonly serviceName: string };
  readonly tags: Readonly<Record<string, string>>;
}

export async function startSpanCollector(): Promise<SpanCollector> {
  const spans: ZipkinSpan[] = [];
  const posts: SpanCollector['posts'][number][] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { url: path = '', headers } = request;
    posts.push({ path, host: headers.host ?? '', type: headers['content-type'] ?? '' });
    if (headers['content-type'] === 'application/json')
      spans.push(...readSpans(Buffer.concat(chunks).toString('utf8')));
    response.writeHead(202).end();
  });
  const port = await listen(server);
  const stop = async () => {
    server.closeAllConnections();
    await close(server);
  };
  return { port, spans, posts, stop };
}

function readSpans(text: string): readonly ZipkinSpan[] {
  const parsed: unknown = JSON.parse(text);
  return Array.isArray(parsed) ? parsed : [];
}
