/**
 * Where the operator says which stores of secrets the relay has: YAML or JSON, checked by
 * `schemas/settings/secret-providers.schema.json`.
 */
import type {
  AwsProvider,
  HttpProvider,
  SecretProvidersFile,
  VaultAuthentication as LoginSettings,
  VaultProvider,
} from '../../compiler/2-validate/generated/types.ts';
import { milliseconds } from '../../compiler/2-validate/formats/quantity.ts';
import type { DocumentLocation } from '../../compiler/diagnostics/location.ts';
import type { Report } from '../../compiler/diagnostics/report.ts';
import { describeMistakes, readSettings } from '../../compiler/settings.ts';
import type { SecretProvider } from './provider.ts';
import { awsSecretsManagerProvider } from './providers/aws-secrets-manager.ts';
import { httpProvider } from './providers/http.ts';
import { kubernetesProvider } from './providers/kubernetes.ts';
import { vaultProvider } from './providers/vault.ts';
import type { VaultAuthentication } from './vault/login.ts';

/** @throws Error with one line, `file:line:column: sentence`, for each mistake. */
export function parseProviders(text: string, path: string): readonly SecretProvider[] {
  const { value, diagnostics } = readSettings('SecretProvidersFile', { path, text }, interpret);
  if (!value) throw new Error(describeMistakes(diagnostics));
  return value.map((open) => open());
}

type Open = () => SecretProvider;

function interpret(
  { awsSecretsManager, vault, kubernetes, http }: SecretProvidersFile,
  report: Report,
  place: (pointer: string) => DocumentLocation,
): readonly Open[] {
  http?.servers.forEach(({ urlPrefix }, index) => {
    if (isUrl(urlPrefix.replaceAll('{namespace}', 'default'))) return;
    const expected = 'a URL without a user, that ends with "/"';
    report('invalid-format', place(`/http/servers/${index}/urlPrefix`), { value: urlPrefix, expected });
  });
  if (vault && !isUrl(vault.address))
    report('invalid-format', place('/vault/address'), { value: vault.address, expected: 'a URL without a user' });
  return [
    ...(awsSecretsManager ? [() => openAws(awsSecretsManager)] : []),
    ...(vault ? [() => openVault(vault)] : []),
    ...(kubernetes ? [() => kubernetesProvider(kubernetes)] : []),
    ...(http ? [() => openHttp(http)] : []),
  ];
}

function isUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

const openAws = ({ refreshEvery, ...options }: AwsProvider): SecretProvider =>
  awsSecretsManagerProvider({ ...options, refreshMs: milliseconds(refreshEvery) });

const openVault = ({ refreshEvery, authentication, ...options }: VaultProvider): SecretProvider =>
  vaultProvider({ ...options, authentication: loginOf(authentication), refreshMs: milliseconds(refreshEvery) });

const openHttp = ({ refreshEvery, servers }: HttpProvider): SecretProvider =>
  httpProvider({ servers, refreshMs: milliseconds(refreshEvery) });

/** The schema sees to it that there is exactly one. */
function loginOf({ tokenFile = '', tokenVariable, kubernetes, appRole }: LoginSettings): VaultAuthentication {
  if (kubernetes) return { kubernetes };
  if (appRole) return { appRole };
  return tokenVariable === undefined ? { tokenFile } : { tokenVariable };
}
