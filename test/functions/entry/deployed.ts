/** The API as it is deployed: the very files that are uploaded, on the platform's own runtime. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readModules } from '../../../bench/functions/sizes.ts';
import { startProcess } from '../../../cli/local/process.ts';
import { serveApi } from '../../../functions/entry/node.ts';
import { readAccessPolicy } from '../../../functions/identity/access-policy.ts';
import { createAuthorizer } from '../../../functions/identity/authorizer.ts';
import type { Store } from '../../../store/store.ts';
import type { OidcProvider } from '../../servers/oidc.ts';
import { startLambda, type RunningLambda } from '../../servers/lambda.ts';
import type { S3Server } from '../../servers/versitygw.ts';
import { startWorker, type RunningWorker, type WorkerModule } from '../../servers/workers.ts';

const DIST = fileURLToPath(new URL('../../../dist/functions/', import.meta.url));

export const CI_KEY = 'a-key-that-is-long-enough';

/** Groups of the provider's tokens have roles; so has a key for CI, and a user of AWS. */
export const accessPolicy = ({ issuer, audience }: OidcProvider): string => `
issuers: [{ issuer: "${issuer}", audiences: ["${audience}"] }]
apiKeys: [{ name: ci, environment: ENROUTE_KEY_CI }]
awsIam: { accounts: ['123456789012'] }
bindings:
  - { role: viewer, claims: { groups: viewers } }
  - { role: editor, claims: { groups: editors } }
  - { role: admin, claims: { groups: operators } }
  - { role: publisher, apiKeys: [ci] }
  - { role: viewer, claims: { arn: 'arn:aws:iam::123456789012:user/*' } }
`;

const variables = (provider: OidcProvider): Readonly<Record<string, string>> => ({
  ENROUTE_ACCESS_POLICY: accessPolicy(provider),
  ENROUTE_KEY_CI: CI_KEY,
});

/** A URL of the bucket, as ENROUTE_STORE has it, and the credentials beside it. */
export const s3Variables = (
  server: Pick<S3Server, 'endpoint' | 'credentials'>,
  bucket: string,
  prefix = '/enroute',
): Readonly<Record<string, string>> => ({
  ENROUTE_STORE: `s3://${bucket}${prefix}?endpoint=${server.endpoint}&pathStyle=true`,
  AWS_ACCESS_KEY_ID: server.credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: server.credentials.secretAccessKey,
});

export const deployToLambda = (
  provider: OidcProvider,
  store: Readonly<Record<string, string>>,
): Promise<RunningLambda> => deployHandler('handler', { ...variables(provider), ...store });

/** One of the functions that are in the file for Lambda. */
export const deployHandler = (
  name: 'handler' | 'onBucketEvent' | 'onSchedule',
  environment: Readonly<Record<string, string>>,
): Promise<RunningLambda> => startLambda({ folder: bundleOf('lambda'), handler: `index.${name}`, environment });

/** As `enroutectl api` does it. @param more further bindings of the access policy */
export async function deployToNode(provider: OidcProvider, store: Store, more = ''): Promise<RunningDeployment> {
  const { value } = readAccessPolicy({ path: 'access.yaml', text: accessPolicy(provider) + more });
  if (!value) throw new Error('the access policy cannot be read');
  const authorizer = await createAuthorizer(value, { readKey: () => CI_KEY });
  const { url, close } = await serveApi({ host: '127.0.0.1', port: 0, store, authorizer });
  return { url, stop: close };
}

export interface RunningDeployment {
  /** Such as `http://127.0.0.1:34567`. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** With R2, unless variables name a bucket on S3. */
export const deployToWorkers = (
  provider: OidcProvider,
  store?: Readonly<Record<string, string>>,
): Promise<RunningWorker> => deployWorker({ ...variables(provider), ...store });

/** The program that a container has. */
export async function deployProgram(
  provider: OidcProvider,
  store: Readonly<Record<string, string>>,
): Promise<RunningDeployment & { readonly exited: Promise<number> }> {
  let url = '';
  const { exited, stop } = await startProcess({
    command: process.execPath,
    args: [join(bundleOf('node'), 'index.mjs')],
    env: { ...process.env, ...variables(provider), ...store, HOST: '127.0.0.1', PORT: '0' },
    onLine: (line) => void (url ||= /^the API is at (\S+)$/.exec(line)?.[1] ?? ''),
    ready: () => url !== '',
  });
  return { url, exited, stop };
}

export type Platform = 'node' | 'lambda' | 'worker';

/** The folder that is uploaded to a platform. */
export const bundleOf = (platform: Platform): string => join(DIST, platform);

/** The modules of the Worker, of which the first is its entry. */
export async function workerModules(): Promise<readonly WorkerModule[]> {
  const modules = await readModules(bundleOf('worker'));
  const paths = [...modules.keys()].toSorted((one, other) => rank(one) - rank(other));
  return paths.map((path) => ({ path, contents: modules.get(path) ?? '' }));
}

const rank = (path: string): number => (path === 'index.mjs' ? 0 : 1);

/** With R2, unless variables name a bucket on S3. */
export const deployWorker = async (bindings: Readonly<Record<string, string>>): Promise<RunningWorker> =>
  startWorker({
    modules: await workerModules(),
    bindings,
    ...(bindings['ENROUTE_STORE'] === undefined && { r2Buckets: ['BUCKET'] }),
  });
