/** What the load client tells the benchmark to do with a server, over HTTP. */
import { once } from 'node:events';
import { createServer } from 'node:http';

export interface Control {
  /** Where `POST` does what a name stands for, and answers with what that gives, as JSON, when it is done. */
  readonly url: (name: string) => string;
  readonly close: () => void;
}

export async function serveControl(works: ReadonlyMap<string, () => Promise<unknown>>): Promise<Control> {
  const server = createServer((request, response) => {
    const work = works.get((request.url ?? '').slice(1));
    (work?.() ?? Promise.reject(new Error(`there is no ${request.url}`))).then(
      (result) => response.end(JSON.stringify(result ?? null)),
      (error: unknown) => {
        console.error(error);
        response.statusCode = 500;
        response.end();
      },
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the control server listens on no port');
  return { url: (name) => `http://127.0.0.1:${address.port}/${name}`, close: () => void server.close() };
}
