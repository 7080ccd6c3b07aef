import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Check, Decide, Decision } from './authorization-decision.ts';
import { close, listen } from './ports.ts';

export async function startHttpServer(decide: Decide) {
  const server = createServer((request, response) => {
    // A filter that gives up while its request is read is no failure of the server.
    toCheck(request).then(
      (check) => answer(decide(check), response),
      () => response.destroy(),
    );
  });
  const port = await listen(server);
  const stop = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = close(server);
    server.closeAllConnections();
    await closed;
  };
  return { port, stop };
}

async function toCheck(request: IncomingMessage): Promise<Check> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const headers = Object.entries(request.headersDistinct).map(([name, values = []]) => [name, values.join(', ')]);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    host: request.headers.host ?? '',
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString('utf8'),
    contextExtensions: {},
  };
}

function answer(decision: Decision, response: ServerResponse): void {
  if (decision === 'hang') return;
  if (decision === 'fail') return void response.writeHead(500).end();
  if (decision.kind === 'deny') {
    const { status = 403, headers = {}, body = '' } = decision;
    return void response.writeHead(status, headers).end(body);
  }
  const { headers = {}, remove = [], responseHeaders = {} } = decision;
  const removal = remove.length > 0 ? { 'x-envoy-auth-headers-to-remove': remove.join(', ') } : {};
  response.writeHead(200, { ...headers, ...responseHeaders, ...removal }).end();
}
