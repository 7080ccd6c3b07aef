/** A scheme `openIdConnect` → the filter `oidc`. */
import type { LoginProvider, Oidc } from '../../2-validate/generated/types.ts';
import { isObject } from '../../2-validate/plan.ts';
import { draft, type Written } from '../draft.ts';
import { keyPlaceOf, textOf } from '../source.ts';
import { serverOf, type FilterContext, type Parts } from './filters.ts';
import type { LoginScheme } from './schemes.ts';

/** The `x-` field of a scheme with what its discovery document says, and with other fields of the filter. */
const EXTENSION = 'x-enroute-oidc';

const ENDPOINTS = ['authorizationEndpoint', 'tokenEndpoint', 'endSessionEndpoint'] as const;

export function loginParts(
  { api, namespace }: Omit<FilterContext, 'keyGroups'>,
  name: string,
  scheme: LoginScheme,
): Parts {
  const { reader } = api;
  const extension = reader.field(scheme.source, EXTENSION);
  const given = extension && isObject(extension.value) ? extension.value : {};
  const own = Object.fromEntries(Object.entries(given).filter(([key]) => !ENDPOINTS.some((one) => one === key)));
  const discovery = textOf(reader.field(scheme.source, 'openIdConnectUrl')) ?? '';
  const issuer = discovery.replace(/\/\.well-known\/[^]*$/, '');
  const document = `${api.name}-${name}`;
  const tokenEndpoint = textOf(reader.field(extension, 'tokenEndpoint'));
  const login = serverOf({ api, namespace }, `${document}-login`, tokenEndpoint ?? issuer, scheme.source);
  const provider: Written<LoginProvider> = {
    upstream: login.metadata.name,
    ...Object.fromEntries(
      ENDPOINTS.flatMap((endpoint): [string, string][] => {
        const url = textOf(reader.field(extension, endpoint)) ?? guess(endpoint, issuer, login.spec.dns?.hostname);
        return url === undefined ? [] : [[endpoint, url]];
      }),
    ),
  };
  const secrets = [`${document}-client`, `${document}-cookies`] as const;
  remarkLogin({ api }, document, scheme, extension === undefined ? discovery : undefined);
  // The compiler checks what users say in an extension, as it checks what they say in a document.
  const settings = own as Written<Oidc>;
  return {
    spec: {
      clientId: api.name,
      clientSecret: secrets[0],
      cookieSecret: secrets[1],
      ...settings,
      type: 'oidc',
      provider,
    },
    others: [
      login,
      ...secrets.map((secret) =>
        draft('Secret', { name: secret, namespace }, { type: 'generic', file: { value: secret } }),
      ),
    ],
    ...(extension === undefined && { comments: new Map([['/spec/provider', TODO]]) }),
  };
}

const TODO = 'TODO: the endpoints, and the id that the provider knows this client by.';

/** Most providers have them there, or near. */
function guess(endpoint: (typeof ENDPOINTS)[number], issuer: string, host: string | undefined): string | undefined {
  const base = /^https?:\/\/[^/]/.test(issuer) ? issuer : `https://${host ?? ''}`;
  if (endpoint === 'endSessionEndpoint') return undefined;
  return `${base}/${endpoint === 'tokenEndpoint' ? 'token' : 'authorize'}`;
}

function remarkLogin(
  { api }: Pick<FilterContext, 'api'>,
  filter: string,
  { title, source }: LoginScheme,
  discovery: string | undefined,
): void {
  const place = keyPlaceOf(source);
  if (discovery !== undefined)
    api.remark(
      'incomplete',
      place,
      `the endpoints of ${JSON.stringify(title)} and the client's id are guessed`,
      `look them up in ${discovery === '' ? 'the provider’s discovery document' : discovery} and put them into the ` +
        `Filter "${filter}", or say in the scheme "${EXTENSION}": { authorizationEndpoint, tokenEndpoint, clientId }`,
    );
  api.remark(
    'incomplete',
    place,
    `the secrets of ${JSON.stringify(title)} are yours to give: until then nobody can log in`,
    `put the client's secret into the file ${filter}-client, and any long random text into ${filter}-cookies, among the ` +
      `relay's secrets; register the path /oauth2/callback at the provider`,
  );
  api.remark(
    'approximated',
    place,
    `whoever comes without a login by ${JSON.stringify(title)} is sent to the login page, as browsers need it`,
    'for clients that bring a token themselves say "x-enroute-jwt" in the scheme',
  );
}
