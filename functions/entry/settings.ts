/** What a function is told by variables: those of a Lambda function, or of a Worker. */
import { describeMistakes } from '../../compiler/settings.ts';
import { readSignKey, readVerifyKeys, type SignKey, type Store, type VerifyKey } from '../../store/index.ts';
import type { ApiOptions } from '../api/api.ts';
import type { AuditEntry } from '../api/audit.ts';
import type { Authorizer } from '../api/authorize.ts';
import { rateLimitOf, USUAL_RATE } from '../api/rate-limit.ts';
import { readAccessPolicy } from '../identity/access-policy.ts';
import { createAuthorizer, type AuthorizerOptions } from '../identity/authorizer.ts';
import { readWebhookSecrets } from '../../store/webhooks.ts';
import { createNotifier, type Notifier } from '../notify.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

/** The variables, for people: the recipes for deployment set them. */
export const VARIABLES = {
  store: 'ENROUTE_STORE',
  workspace: 'ENROUTE_WORKSPACE',
  /** The text of the access policy itself. */
  accessPolicy: 'ENROUTE_ACCESS_POLICY',
  /** A private key, PEM. */
  signKey: 'ENROUTE_SIGN_KEY',
  /** Public keys, PEM. */
  verifyKeys: 'ENROUTE_VERIFY_KEYS',
  metricsUrl: 'ENROUTE_METRICS_URL',
  corsOrigins: 'ENROUTE_CORS_ORIGINS',
  /** Where relays have their administration, separated by commas; they are told of what is published. */
  notifyUrls: 'ENROUTE_NOTIFY_URLS',
  /** How often one caller may ask each second; at first twice as often. */
  rateLimit: 'ENROUTE_RATE_LIMIT',
  /** The most that the body of a request may have, in bytes. */
  maximumBody: 'ENROUTE_MAXIMUM_BODY',
  maximumDocuments: 'ENROUTE_MAXIMUM_DOCUMENTS',
  /** `true`: with the page of GraphiQL, which lies beside the function. */
  graphiql: 'ENROUTE_GRAPHIQL',
  /** Secrets of webhooks that sign what relays are told, separated by spaces or commas. */
  notifySecrets: 'ENROUTE_NOTIFY_SECRETS',
} as const;

/** @throws Error with the name of the variable if it is not set. */
export function required(variables: Variables, name: string): string {
  const value = variables[name];
  if (value === undefined || value === '') throw new Error(`the variable ${name} is not set`);
  return value;
}

/**
 * What an API that anybody can reach is made of: one that does not know who calls answers nobody.
 * @throws Error if a variable is missing or cannot be used.
 */
export async function apiOptions(
  variables: Variables,
  store: Store,
  authorizer: Omit<AuthorizerOptions, 'readKey'> & Partial<Pick<AuthorizerOptions, 'readKey'>>,
): Promise<ApiOptions> {
  const workspace = variables[VARIABLES.workspace];
  const corsOrigins = variables[VARIABLES.corsOrigins];
  const maximumBodySize = numberIn(variables, VARIABLES.maximumBody);
  const maximumDocuments = numberIn(variables, VARIABLES.maximumDocuments);
  return {
    store,
    authorizer: await authorizerOf(variables, { readKey: keyFromVariables(variables), ...authorizer }),
    signKeys: await signKeysOf(variables),
    verifyKeys: await verifyKeysOf(variables),
    ...(workspace !== undefined && { workspace }),
    ...(corsOrigins !== undefined && { corsOrigins: corsOrigins.split(',').map((origin) => origin.trim()) }),
    rateLimit: rateLimitOf(numberIn(variables, VARIABLES.rateLimit) ?? USUAL_RATE),
    ...(maximumBodySize !== undefined && { maximumBodySize }),
    ...(maximumDocuments !== undefined && { maximumDocuments }),
    ...notifierOf(variables),
    audit: writeAudit,
  };
}

/** @throws Error if it is something else than `true` or `false`. */
export function flagIn(variables: Variables, name: string): boolean {
  const value = variables[name] ?? '';
  if (!['', 'true', 'false'].includes(value)) throw new Error(`the variable ${name} is neither true nor false`);
  return value === 'true';
}

/** @throws Error if it is no whole number. */
function numberIn(variables: Variables, name: string): number | undefined {
  const value = variables[name];
  if (value === undefined || value === '') return undefined;
  if (!/^[1-9]\d{0,11}$/.test(value)) throw new Error(`the variable ${name} is no whole number`);
  return Number(value);
}

async function authorizerOf(variables: Variables, options: AuthorizerOptions): Promise<Authorizer> {
  const text = required(variables, VARIABLES.accessPolicy);
  const { value, diagnostics } = readAccessPolicy({ path: `${VARIABLES.accessPolicy}.yaml`, text });
  if (!value) throw new Error(describeMistakes(diagnostics));
  return createAuthorizer(value, options);
}

const keyFromVariables =
  (variables: Variables): AuthorizerOptions['readKey'] =>
  ({ name, environment }) => {
    if (environment === undefined) throw new Error(`the API key "${name}" is in a file, and a function has none`);
    return required(variables, environment);
  };

export async function signKeysOf(variables: Variables): Promise<readonly SignKey[]> {
  const pem = variables[VARIABLES.signKey];
  return pem === undefined || pem === '' ? [] : [await readSignKey(pem)];
}

/** @throws KeyError if they cannot be used. */
export async function verifyKeysOf(variables: Variables): Promise<readonly VerifyKey[]> {
  const pem = variables[VARIABLES.verifyKeys];
  return pem === undefined || pem === '' ? [] : readVerifyKeys(pem);
}

/** Nothing, if no relay is to be told. @throws Error if a URL or a secret cannot be used. */
export function notifierOf(variables: Variables): { readonly notifier?: Notifier } {
  const urls = (variables[VARIABLES.notifyUrls] ?? '').split(',').map((url) => url.trim());
  const given = urls.filter((url) => url !== '');
  if (given.length === 0) return {};
  const secrets = readWebhookSecrets(variables[VARIABLES.notifySecrets] ?? '');
  return { notifier: createNotifier({ urls: given, secrets }) };
}

/** One line of JSON, where the platform collects what is written. */
const writeAudit = (entry: AuditEntry): void => console.log(JSON.stringify({ audit: entry }));
