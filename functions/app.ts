/** The HTTP application. It keeps nothing: documents come in, answers go out. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compile, CATALOG, COMPILER_VERSION, ENVOY_VERSION, hasErrors, isCode } from '../compiler/index.ts';
import { closest } from '../compiler/diagnostics/closest.ts';
import { explain } from '../compiler/diagnostics/render/explanation.ts';
import { compiledGateway } from './compiled-gateway.ts';
import { problem } from './problem.ts';
import { readFiles, UnreadableBody } from './source-files.ts';

export interface AppOptions {
  /** The most that a request's body may have, in bytes; default 8 MiB. */
  readonly maximumBodySize?: number;
}

const DEFAULT_MAXIMUM_BODY_SIZE = 8 * 1024 * 1024;

/**
 * Makes the application:
 *
 * - `POST /v1/compile` documents → each gateway's Envoy resources and bootstrap
 * - `POST /v1/validate` documents → diagnostics
 * - `GET /v1/explain/{code}` what a diagnostic means, as Markdown
 * - `GET /healthz`
 *
 * Documents are a YAML or JSON body, or `{"files": [{"path", "text"}]}` as `application/json`. Errors are problems after
 * RFC 9457, which carry the diagnostics.
 */
export function createApp({ maximumBodySize = DEFAULT_MAXIMUM_BODY_SIZE }: AppOptions = {}): Hono {
  const app = new Hono();
  const limit = bodyLimit({
    maxSize: maximumBodySize,
    onError: () =>
      problem(413, { title: 'The body is too large.', detail: `At most ${maximumBodySize} bytes are read.` }),
  });
  app.get('/healthz', (context) => context.json({ status: 'ok', compiler: COMPILER_VERSION, envoy: ENVOY_VERSION }));
  app.post('/v1/compile', limit, compileDocuments);
  app.post('/v1/validate', limit, validateDocuments);
  app.get('/v1/explain/:code', explainCode);
  app.notFound(({ req }) => problem(404, { title: 'There is nothing here.', detail: `${req.method} ${req.path}` }));
  app.onError((error) => {
    if (error instanceof UnreadableBody)
      return problem(400, { title: 'The body cannot be read.', detail: error.message });
    // What went wrong inside is for the log of whoever runs this, not for whoever asked.
    console.error(error);
    return problem(500, { title: 'The request could not be handled.', detail: 'This is a bug in Enroute.' });
  });
  return app;
}

async function compileDocuments(context: Context): Promise<Response> {
  const { bundles, diagnostics } = compile(await readFiles(context.req.raw));
  if (hasErrors(diagnostics)) return problem(422, { title: 'The documents do not compile.', diagnostics });
  return context.json({ gateways: bundles.map(compiledGateway), diagnostics });
}

async function validateDocuments(context: Context): Promise<Response> {
  const { diagnostics } = compile(await readFiles(context.req.raw));
  return context.json({ valid: !hasErrors(diagnostics), diagnostics });
}

function explainCode(context: Context): Response {
  const code = context.req.param('code') ?? '';
  if (isCode(code)) return context.body(explain(code), 200, { 'content-type': 'text/markdown; charset=utf-8' });
  const guess = closest(code, Object.keys(CATALOG));
  return problem(404, {
    title: 'There is no such diagnostic.',
    ...(guess !== undefined && { detail: `Did you mean "${guess}"?` }),
  });
}
