/** What a function is told by variables: those of a Lambda function, or of a Worker. */
import { describeMistakes } from '../../compiler/settings.ts';
import { readSignKey, type SignKey, type Store } from '../../store/index.ts';
import type { ApiOptions } from '../api/api.ts';
import type { AuditEntry } from '../api/audit.ts';
import type { Authorizer } from '../api/authorize.ts';
import { readAccessPolicy } from '../identity/access-policy.ts';
import { createAuthorizer, type AuthorizerOptions } from '../identity/authorizer.ts';
import { redact } from '../../store/redacted.ts';
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
  /** What the relays want as a bearer token. */
  notifyToken: 'ENROUTE_NOTIFY_TOKEN',
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
  return {
    store,
    authorizer: await authorizerOf(variables, { readKey: keyFromVariables(variables), ...authorizer }),
    signKeys: await signKeysOf(variables),
    ...(workspace !== undefined && { workspace }),
    ...(corsOrigins !== undefined && { corsOrigins: corsOrigins.split(',').map((origin) => origin.trim()) }),
    ...notifierOf(variables),
    audit: writeAudit,
  };
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

/** Nothing, if no relay is to be told. @throws Error if a URL cannot be used. */
export function notifierOf(variables: Variables): { readonly notifier?: Notifier } {
  const urls = (variables[VARIABLES.notifyUrls] ?? '').split(',').map((url) => url.trim());
  const given = urls.filter((url) => url !== '');
  if (given.length === 0) return {};
  const token = variables[VARIABLES.notifyToken];
  const isGiven = token !== undefined && token !== '';
  return { notifier: createNotifier({ urls: given, ...(isGiven && { token: redact(token) }) }) };
}

/** One line of JSON, where the platform collects what is written. */
const writeAudit = (entry: AuditEntry): void => console.log(JSON.stringify({ audit: entry }));
