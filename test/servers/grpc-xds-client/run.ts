/**
 * Runs a gRPC client that gets its configuration over xDS, as GRPC_XDS_BOOTSTRAP_CONFIG says: `run.ts TARGET`. It serves
 * HTTP, and with each request to it calls the greeter once.
 */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Client, credentials, status } from '@grpc/grpc-js';
import { register } from '@grpc/grpc-js-xds';
import { loadSync } from '@grpc/proto-loader';

register();
const [target = ''] = process.argv.slice(2);
const client = new Client(target, credentials.createInsecure());
const greet = loadMethod();

function loadMethod() {
  const file = fileURLToPath(new URL('../greeter.proto', import.meta.url));
  const service = loadSync(file, { defaults: true })['enroute.test.Greeter'];
  if (!service || 'format' in service || !service['Greet']) throw new Error(`${file} declares no method Greet`);
  return service['Greet'];
}

/** The reply or the error, as JSON. */
const call = (): Promise<string> =>
  new Promise((resolve) => {
    const { path, requestSerialize, responseDeserialize } = greet;
    const options = { deadline: Date.now() + 10_000 };
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, { name: 'you' }, options, (error, reply) =>
      resolve(JSON.stringify(error ? { code: status[error.code], message: error.details } : reply)),
    );
  });

const server = createServer((_, response) => void call().then((outcome) => response.end(outcome)));
server.listen(0, '127.0.0.1', () => console.log(`serving on ${JSON.stringify(server.address())}`));
