/** What needs no workspace: compile, validate, explain. And what makes documents of something else. */
import type { GatewayChoice } from '../../../compiler/adapt/index.ts';
import type { Compilation } from '../../../compiler/compile.ts';
import { hasErrors } from '../../../compiler/diagnostics/diagnostic.ts';
import { checkDocuments, readFiles } from '../bodies.ts';
import * as parameters from '../common-parameters.ts';
import { json, MEDIA, textAs } from '../media.ts';
import type { Call, Operation } from '../operation.ts';
import { notFound, Problem, unprocessable } from '../problem.ts';
import { list, object, ref } from '../schemas.ts';
import { applyDocuments, DOCUMENTS_BODY } from './collection.ts';

/** Like all that is large and that few requests need, it is loaded when it is first needed. */
const loadCompiler = () => import('../../../compiler/compile.ts');

const compileDocuments: Operation = {
  id: 'compileDocuments',
  method: 'post',
  path: '/v1/compile',
  tag: 'Tools',
  summary: 'Compile documents into what each gateway’s Envoys would get; nothing is kept',
  body: DOCUMENTS_BODY,
  answers: {
    200: {
      description: 'Resources and bootstraps.',
      content: {
        [MEDIA.json]: object({ gateways: list(ref('CompiledGateway')), diagnostics: list(ref('Diagnostic')) }),
      },
    },
  },
  needs: 'read',
  async handle(call) {
    const [{ bundles, diagnostics }, { compiledGateway }] = await Promise.all([
      compileBody(call),
      import('../../compiled-gateway.ts'),
    ]);
    if (hasErrors(diagnostics)) throw new Problem(422, { title: 'The documents do not compile.', diagnostics });
    return json({ gateways: bundles.map(compiledGateway), diagnostics });
  },
};

/** @throws Problem if there is nothing to compile: that nothing is wrong with nothing would be no answer. */
async function compileBody(call: Call): Promise<Compilation> {
  const [{ compile }, { parse }] = await Promise.all([loadCompiler(), import('../../../compiler/1-parse/parse.ts')]);
  const files = await readFiles(call);
  const compilation = compile(files);
  const { bundles, diagnostics } = compilation;
  if (bundles.length === 0 && diagnostics.length === 0 && parse(files, () => {}).length === 0)
    throw unprocessable('the body holds no document');
  return compilation;
}

const validateDocuments: Operation = {
  id: 'validateDocuments',
  method: 'post',
  path: '/v1/validate',
  tag: 'Tools',
  summary: 'Say what is wrong with documents; nothing is kept',
  body: DOCUMENTS_BODY,
  answers: {
    200: {
      description: 'What is wrong, if anything is.',
      content: { [MEDIA.json]: object({ valid: { type: 'boolean' }, diagnostics: list(ref('Diagnostic')) }) },
    },
  },
  needs: 'read',
  async handle(call) {
    const { diagnostics } = await compileBody(call);
    return json({ valid: !hasErrors(diagnostics), diagnostics });
  },
};

const explainCode: Operation = {
  id: 'explainCode',
  method: 'get',
  path: '/v1/explain/{code}',
  tag: 'Tools',
  summary: 'Explain a diagnostic',
  parameters: [
    {
      name: 'code',
      in: 'path',
      description: 'The code of the diagnostic.',
      schema: { type: 'string', minLength: 1, maxLength: 100, examples: ['unknown-field'] },
    },
  ],
  answers: {
    200: { description: 'What it means, and what to do about it.', content: { [MEDIA.markdown]: { type: 'string' } } },
    404: { description: 'There is no such code.' },
  },
  needs: 'nothing',
  async handle(call) {
    const [{ CATALOG, isCode }, { explain }, { closest }] = await Promise.all([
      import('../../../compiler/diagnostics/catalog.ts'),
      import('../../../compiler/diagnostics/render/explanation.ts'),
      import('../../../compiler/diagnostics/closest.ts'),
    ]);
    const code = call.arguments.text('code') ?? '';
    if (isCode(code)) return textAs(MEDIA.markdown, explain(code));
    const guess = closest(code, Object.keys(CATALOG));
    throw notFound(`there is no such diagnostic${guess === undefined ? '' : `; did you mean "${guess}"?`}`);
  },
};

const importOpenapi: Operation = {
  id: 'importOpenapi',
  method: 'post',
  path: '/v1/import/openapi',
  tag: 'Tools',
  summary: 'Make documents of an API description, and commit them',
  description: 'OpenAPI 3 or Swagger 2.0. With `dryRun`, `changes` shows what would be made.',
  parameters: [
    {
      name: 'gateway',
      in: 'query',
      description: 'The Gateway to serve the API: `name` or `namespace/name`.',
      schema: { type: 'string', pattern: '^([a-z0-9-]+/)?[a-z0-9]([-a-z0-9.]*[a-z0-9])?$', default: 'edge' },
    },
    {
      name: 'createGateway',
      in: 'query',
      description: 'Whether the Gateway is made too, in the namespace of the rest.',
      schema: { type: 'boolean', default: false },
    },
    { ...parameters.NAMESPACE, description: 'The namespace of what is made.' },
    {
      name: 'name',
      in: 'query',
      description: 'The name of the VirtualHost and of what belongs to it; default: the title of the API.',
      schema: { type: 'string', pattern: parameters.NAME_PATTERN },
    },
    {
      name: 'hostnames',
      in: 'query',
      description: 'Host names to serve the API at, with commas between them; default: every host.',
      schema: { type: 'string', maxLength: 2000 },
    },
    {
      name: 'server',
      in: 'query',
      description: 'Where requests go, instead of to the servers of the description.',
      schema: { type: 'string', maxLength: 1000, examples: ['https://shop.internal:8443'] },
    },
    parameters.BASE,
    parameters.DRY_RUN,
    parameters.MESSAGE,
    parameters.IDEMPOTENCY_KEY,
  ],
  body: {
    description: 'The API description.',
    content: { [MEDIA.json]: { type: 'object' }, [MEDIA.yaml]: { type: 'object' } },
  },
  answers: {
    200: {
      description: 'What the change has done. `remarks`: what was left out or changed.',
      content: { [MEDIA.json]: ref('WriteResult') },
    },
    409: { description: 'Somebody else has changed one of the documents meanwhile.' },
  },
  needs: 'write',
  handle: (call) => importDescription(call),
};

async function importDescription(call: Call): Promise<Response> {
  const { adapt, openapiAdapter, parseServerOption, writeFiles } = await import('../../../compiler/adapt/index.ts');
  const { text } = call.arguments;
  const server = text('server');
  const parsed = server === undefined ? undefined : parseServerOption(server);
  if (server !== undefined && !parsed)
    throw unprocessable(`"server" is no address of a server: ${JSON.stringify(server)}`);
  const { documents, remarks, diagnostics } = adapt(openapiAdapter, await readFiles(call), {
    namespace: text('namespace'),
    gateway: gatewayFor(call),
    name: text('name'),
    hostnames: text('hostnames')?.split(','),
    server: parsed,
    basePath: undefined,
  });
  if (hasErrors(diagnostics)) throw new Problem(422, { title: 'The API description cannot be read.', diagnostics });
  if (documents.length === 0) throw unprocessable('the body holds no API description');
  const written = await checkDocuments(writeFiles(documents));
  return applyDocuments(call, written, 'import an API description', () => ({ remarks }));
}

/** @throws Problem if one is to be made where the rest is not */
function gatewayFor({ arguments: { text, flag } }: Call): GatewayChoice {
  const [wanted, namespace] = [text('gateway') ?? 'edge', text('namespace')];
  if (!flag('createGateway')) return { mode: 'attach', name: wanted };
  const [name = '', its = namespace] = wanted.split('/').toReversed();
  if (its !== namespace)
    throw unprocessable(`a Gateway that is made too is made in the namespace ${namespace}, and not in ${its}`);
  return { mode: 'create', name };
}

export const TOOL_OPERATIONS: readonly Operation[] = [compileDocuments, validateDocuments, explainCode, importOpenapi];
