/** An API to which callers prove who they are, by a real OpenID Connect provider, or by a key. */
import { onTestFinished } from 'vitest';
import type { AccessPolicyFile } from '../../../compiler/2-validate/generated/types.ts';
import { createAuthorizer } from '../../../functions/identity/authorizer.ts';
import { readAccessPolicy } from '../../../functions/identity/access-policy.ts';
import { CLIENT, startOidcProvider, type OidcProvider, type OidcProviderOptions } from '../../servers/oidc.ts';
import { createBrowser } from '../../traffic/filters/browser.ts';
import { enroutectl, type Outcome, type Surroundings } from '../enroutectl.ts';
import { startWorld, type World } from './world.ts';

/** The API key of `ci`. */
export const KEY = 'a-key-of-more-than-twenty-characters';

export interface Proven extends World {
  readonly provider: OidcProvider;
}

/** An API that believes a provider: a service may edit in a namespace, and who asks for `read` may look. */
export async function startProven(options: OidcProviderOptions = {}): Promise<Proven> {
  const provider = await startOidcProvider(options);
  onTestFinished(() => provider.stop());
  const { issuer, audience } = provider;
  const authorizer = await createAuthorizer(policyOf(issuer, audience), { readKey: () => KEY });
  return { ...(await startWorld({ authorizer })), provider };
}

function policyOf(issuer: string, audience: string): AccessPolicyFile {
  const policy = {
    issuers: [{ issuer, audiences: [audience] }],
    apiKeys: [{ name: 'ci', environment: 'CI_KEY' }],
    bindings: [
      { role: 'editor', claims: { sub: CLIENT.id }, namespaces: ['shop'], labels: { team: 'shop' } },
      { role: 'viewer', claims: { scope: 'read' } },
      { role: 'viewer', apiKeys: ['ci'] },
    ],
  };
  const { value } = readAccessPolicy({ path: 'policy.json', text: JSON.stringify(policy) });
  if (!value) throw new Error('the policy is wrong');
  return value;
}

/** Runs a command line that finds the contexts of a world. */
export const run = ({ surroundings }: World, args: readonly string[], more: Surroundings = {}): Promise<Outcome> =>
  enroutectl(args, { ...more, env: { ...surroundings.env, ...more.env } });

/** The words that say how a person proves herself by the provider. */
export const personal = ({ url, provider }: Proven, name: string, ...scopes: readonly string[]): readonly string[] => [
  ...['context', 'set', name, '--url', url, '--issuer', provider.issuer, '--client-id', 'enroutectl'],
  ...['--scope', 'openid', 'offline_access', ...scopes],
];

/** The words that say how a program proves itself by its own secret, which is in `CLIENT_SECRET`. */
export const programmatic = ({ url, provider }: Proven, name: string): readonly string[] => [
  ...['context', 'set', name, '--url', url, '--issuer', provider.issuer, '--client-id', CLIENT.id],
  ...['--grant', 'clientCredentials', '--client-secret-environment', 'CLIENT_SECRET', '--scope', 'read'],
];

/** Does what the person does, if this is what tells her to. */
export async function answer({ port }: OidcProvider, text: string): Promise<void> {
  const url = /or open (\S+)/.exec(text)?.[1];
  if (url === undefined) return;
  const browser = createBrowser(() => port);
  let page = await browser.open(url);
  for (let pages = 0; pages < 6 && page.body.includes('<form'); pages += 1)
    page = await browser.submit(page, page.body.includes('name="login"') ? { login: 'ann', password: 'x' } : {});
}
