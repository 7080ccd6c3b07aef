/**
 * The API as a program in one file: for containers, and for platforms that start a process and say by `PORT` where it is to
 * listen. What it is told otherwise are the variables of a function.
 */
import { openStore } from '../../store/index.ts';
import { readGraphiql } from './graphiql-file.ts';
import { serveApi } from './node.ts';
import { apiOptions, flagIn, required, VARIABLES } from './settings.ts';

const variables = process.env;
const store = await openStore(required(variables, VARIABLES.store));
const { url, close } = await serveApi({
  ...(await apiOptions(variables, store, {})),
  ...(flagIn(variables, VARIABLES.graphiql) && { graphiql: readGraphiql }),
  host: variables['HOST'] ?? '0.0.0.0',
  port: Number(variables['PORT'] ?? '8080'),
});
console.log(`the API is at ${url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
