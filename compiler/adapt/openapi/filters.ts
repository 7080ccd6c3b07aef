/** Filters for bearer tokens, API keys and passwords, and what they need besides. */
import { draft, type AnyDraft, type Draft, type WrittenSpec } from '../draft.ts';
import { toName } from '../names.ts';
import { isIpAddress } from '../../2-validate/formats/address.ts';
import { keyPlaceOf, type Source } from '../source.ts';
import type { Api } from './api.ts';
import { keysUpstream } from './jwt.ts';
import type { KeyGroups } from './key-groups.ts';
import type { Way } from './requirements.ts';
import type { ApiKeyScheme, BasicScheme, JwtScheme } from './schemes.ts';
import { parseServerOption } from './servers.ts';
import { placeholderHost, tlsTo } from './upstreams.ts';

/** A Filter, and the documents that it names. */
export interface Parts {
  readonly spec: WrittenSpec<'Filter'>;
  readonly others: readonly AnyDraft[];
  readonly comments?: ReadonlyMap<string, string> | undefined;
}

export interface FilterContext {
  readonly api: Api;
  readonly namespace: string | undefined;
  readonly keyGroups: KeyGroups;
}

export function jwtParts(
  context: FilterContext,
  name: string,
  schemes: readonly JwtScheme[],
  whenMissing: 'deny' | 'allow',
): Parts {
  const unknown = schemes.filter(({ keys }) => keys === 'unknown');
  for (const scheme of unknown) remarkKeys(context.api, name, scheme);
  return {
    spec: { type: 'jwt', providers: schemes.map(({ provider }) => provider), whenMissing },
    others: schemes.flatMap((scheme) => keysServer(context, scheme)),
    ...(unknown.length > 0 && {
      comments: new Map(
        unknown.map((scheme) => [
          `/spec/providers/${schemes.indexOf(scheme)}`,
          'TODO: issuer, audiences, and where the keys are.',
        ]),
      ),
    }),
  };
}

const remarkKeys = ({ remark, name: api }: Api, filter: string, { title, source, name }: JwtScheme): void =>
  remark(
    'incomplete',
    keyPlaceOf(source),
    `nobody says who issues the tokens of ${JSON.stringify(title)}: until then none is accepted`,
    `fill in "issuer", "audiences" and "jwks" in the Filter "${api}-${filter}" and the host of the Upstream ` +
      `"${api}-${name}-keys", or say it in the scheme: "x-enroute-jwt": { issuer, audiences, jwksUri }`,
  );

function keysServer(context: FilterContext, { name, provider, source }: JwtScheme): readonly AnyDraft[] {
  const uri = provider.jwks?.remote?.uri;
  const upstream = keysUpstream(context.api, name);
  if (uri === undefined || provider.jwks?.remote?.upstream !== upstream) return [];
  return [serverOf(context, upstream, uri, source)];
}

/** The Upstream for the host of a URL; the placeholder of the same name for a URL that has none. */
export function serverOf(
  { api, namespace }: Pick<FilterContext, 'api' | 'namespace'>,
  name: string,
  url: string,
  source: Source,
): Draft<'Upstream'> {
  const { address, scheme } = parseServerOption(url.replace(/[?#][^]*$/, '')) ?? {
    address: { host: placeholderHost(name), port: 443 },
    scheme: 'https',
  };
  const { host: hostname, port } = address;
  return draft(
    'Upstream',
    { name, namespace },
    {
      ...(isIpAddress(hostname) ? { endpoints: [{ address: hostname, port }] } : { dns: { hostname, port } }),
      ...(scheme === 'https' && { tls: tlsTo(api, source, hostname, name) }),
    },
  );
}

/** @param mode `all` needs keys of its own for each scheme, `any` those that they share */
export function apiKeyParts(
  { api, namespace, keyGroups }: FilterContext,
  mode: Way['mode'],
  schemes: readonly ApiKeyScheme[],
): Parts {
  const [first] = schemes;
  const sharing = (mode === 'any' && first && keyGroups.get(first)) || schemes;
  const secret = `${api.name}-${toName(sharing.map(({ name }) => name).join('-or-'))}`;
  for (const { title, source } of schemes)
    api.remark(
      'incomplete',
      keyPlaceOf(source),
      `the keys of ${JSON.stringify(title)} are yours to give: until then none is accepted`,
      `put a line "client:key" for each into the file ${secret} among the relay's secrets (Secret "${secret}")`,
    );
  return {
    // The upstream keeps on getting the key, as it does without a gateway.
    spec: { type: 'api-key', keys: secret, from: schemes.map(({ from }) => from), forwardKey: true },
    others: [draft('Secret', { name: secret, namespace }, { type: 'api-keys', file: { value: secret } })],
  };
}

export function basicParts({ api }: FilterContext, name: string, { title, source }: BasicScheme): Parts {
  const file = `/etc/enroute/${api.name}-${name}.htpasswd`;
  api.remark(
    'incomplete',
    keyPlaceOf(source),
    `the users of ${JSON.stringify(title)} are yours to give: until then Envoy refuses the configuration`,
    `put them into ${file} on the machines of the Envoys, as htpasswd -s writes them`,
  );
  return { spec: { type: 'basic-auth', users: { file } }, others: [] };
}
