import { readFile } from 'node:fs/promises';

/** The page of GraphiQL. It lies beside the function and not in it, so that it takes no time unless somebody wants it. */
export const readGraphiql = (): Promise<string> => readFile(new URL('graphiql.html', import.meta.url), 'utf8');
