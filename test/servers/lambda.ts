/**
 * AWS Lambda without AWS: the official runtime interface client runs a function, and what stands here is the other side of
 * its interface, with a function URL in front.
 *
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html and
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startProcess } from '../../cli/local/process.ts';
import { installed, run } from './installed.ts';
import { close, listen } from './ports.ts';

const VERSION = '4.0.2';
const DEADLINE_MS = 30_000;
/**
 * The most bytes that the event of a request may have, and the answer to it.
 *
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const MOST_BYTES = 6_291_556;

export interface LambdaOptions {
  /** A folder with the bundled module. */
  readonly folder: string;
  /** `module.function`, such as `index.handler`. */
  readonly handler: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface RunningLambda {
  /** The function's URL, such as `http://127.0.0.1:34567`. */
  readonly url: string;
  /** Gives the function an event of another kind, and its answer; throws what it throws. */
  readonly invoke: (event: unknown) => Promise<unknown>;
  /** Who calls, as AWS says it where it has verified the signature; `null` where it looks at none. */
  readonly setCaller: (caller: IamCaller | null) => void;
  readonly output: () => string;
  /** Of the process that the function runs in. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

export interface IamCaller {
  readonly accountId: string;
  readonly userArn: string;
  readonly userId: string;
}

interface Invocation {
  readonly id: string;
  readonly event: unknown;
  readonly settle: (outcome: Outcome) => void;
}

type Outcome = { readonly kind: 'response' | 'error'; readonly body: string };

export async function startLambda({ folder, handler, environment = {} }: LambdaOptions): Promise<RunningLambda> {
  const client = await installClient();
  const runtime = createRuntimeInterface();
  const runtimeServer = createServer(runtime.serve);
  const runtimePort = await listen(runtimeServer);
  const process_ = await startProcess({
    command: process.execPath,
    args: [client, handler],
    cwd: folder,
    env: {
      ...process.env,
      ...variables(folder, handler, runtimePort),
      ...environment,
    },
  });

  const invoke = async (event: unknown): Promise<unknown> => {
    const { kind, body } = await runtime.invoke(event);
    if (kind === 'error') throw new Error(`the function failed: ${body}\n${process_.recentOutput()}`);
    return JSON.parse(body);
  };
  let caller: IamCaller | null = null;
  const front = createServer((request, response) => void answer(request, response, invoke, caller));
  const url = `http://127.0.0.1:${await listen(front)}`;
  return {
    url,
    invoke,
    setCaller: (next) => void (caller = next),
    output: process_.recentOutput,
    pid: process_.pid,
    async stop() {
      await process_.stop();
      for (const server of [front, runtimeServer]) {
        server.closeAllConnections();
        await close(server);
      }
    },
  };
}

const variables = (folder: string, handler: string, port: number): Readonly<Record<string, string>> => ({
  _HANDLER: handler,
  AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
  LAMBDA_TASK_ROOT: folder,
  AWS_LAMBDA_FUNCTION_NAME: 'enroute',
  AWS_LAMBDA_FUNCTION_VERSION: '1',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
  AWS_LAMBDA_LOG_GROUP_NAME: 'enroute',
  AWS_LAMBDA_LOG_STREAM_NAME: 'enroute',
  AWS_REGION: 'us-east-1',
});

/** What the client polls for work, and answers to. */
function createRuntimeInterface() {
  const waiting: Invocation[] = [];
  const running = new Map<string, Invocation>();
  let idle: ServerResponse | undefined;

  const hand = (): void => {
    if (!idle) return;
    const next = waiting.shift();
    if (!next) return;
    running.set(next.id, next);
    idle.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': next.id,
      'lambda-runtime-deadline-ms': String(Date.now() + DEADLINE_MS),
      'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:us-east-1:123456789012:function:enroute',
    });
    idle.end(JSON.stringify(next.event));
    idle = undefined;
  };

  return {
    invoke: (event: unknown): Promise<Outcome> =>
      new Promise((settle) => {
        waiting.push({ id: randomUUID(), event, settle });
        hand();
      }),
    serve: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      if (request.url?.endsWith('/invocation/next')) {
        idle = response;
        hand();
        return;
      }
      const [, id = '', kind] = /invocation\/([^/]+)\/(response|error)$/.exec(request.url ?? '') ?? [];
      const body = await text(request);
      const invocation = running.get(id);
      running.delete(id);
      response.writeHead(202, { 'content-type': 'application/json' }).end('{}');
      // A function that cannot even be loaded tells so before there is any invocation.
      if (!invocation) for (const { settle } of waiting.splice(0)) settle({ kind: 'error', body });
      else invocation.settle({ kind: kind === 'response' ? 'response' : 'error', body });
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  invoke: (event: unknown) => Promise<unknown>,
  caller: IamCaller | null,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const event = eventOf(request, Buffer.concat(chunks), caller);
  if (JSON.stringify(event).length > MOST_BYTES) {
    response.writeHead(413, { 'content-type': 'application/json' }).end('{"message":"Request Too Long"}');
    return;
  }
  try {
    const result = (await invoke(event)) as FunctionUrlResponse;
    if (Buffer.byteLength(JSON.stringify(result)) > MOST_BYTES) throw new Error('Function.ResponseSizeTooLarge');
    const { statusCode = 200, headers = {}, cookies = [], body = '', isBase64Encoded = false } = result;
    response.writeHead(statusCode, { ...headers, ...(cookies.length > 0 && { 'set-cookie': [...cookies] }) });
    response.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
  } catch (error) {
    // As a function URL does it.
    response
      .writeHead(502, { 'content-type': 'text/plain' })
      .end(error instanceof Error ? error.message : String(error));
  }
}

interface FunctionUrlResponse {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

function eventOf(request: IncomingMessage, body: Buffer, caller: IamCaller | null): unknown {
  const { pathname, search, host } = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const now = new Date();
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(',')]),
    ),
    requestContext: {
      accountId: caller?.accountId ?? 'anonymous',
      apiId: 'enroute',
      ...(caller && { authorizer: { iam: { ...caller, accessKey: 'AKIA', callerId: caller.userId } } }),
      domainName: host,
      http: {
        method: request.method,
        path: pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  };
}

async function installClient(): Promise<string> {
  const folder = await installed({
    name: 'aws-lambda-ric',
    version: VERSION,
    cost: '25 MB, half a minute or two; needs cmake and a C++ compiler',
    install: async (work) => {
      await run(
        'npm',
        ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', work, `aws-lambda-ric@${VERSION}`],
        {
          cwd: work,
        },
      );
      // The scripts build its native part. The headers of Node.js are beside Node.js, where they need not be fetched.
      const source = join(work, 'node_modules/aws-lambda-ric');
      const env = { npm_config_nodedir: join(process.execPath, '../..') };
      for (const script of ['preinstall', 'postinstall']) {
        await run('sh', [join(source, 'scripts', `${script}.sh`)], { cwd: source, env });
      }
    },
  });
  return join(folder, 'node_modules/aws-lambda-ric/index.mjs');
}
