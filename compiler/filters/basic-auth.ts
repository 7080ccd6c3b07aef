import type { BasicAuth, BasicAuthUsers } from '../2-validate/generated/types.ts';
import type { FilterSettings } from '../5-pack/bundle.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

const BASIC_AUTH = 'envoy.extensions.filters.http.basic_auth.v3.BasicAuth';

/**
 * Users in a file or variable are set per route; the entry in the chain has those settings that Envoy takes nowhere else,
 * and no users. Users of a Secret are never in what is compiled: the relay makes the whole entry of them.
 *
 * Source: envoy/extensions/filters/http/basic_auth/v3/basic_auth.proto
 */
export default defineFilter('basic-auth', {
  phase: 'authentication',
  envoyFilter: 'envoy.filters.http.basic_auth',
  lower: (filter, { secret }) => {
    const { users, realm } = filter;
    const settings = settingsOf(filter);
    if (users.secret !== undefined) {
      const name = secret(users.secret, '/users/secret', 'basic-auth-users', {
        ...settings,
        ...(realm !== undefined && { realm }),
      }).name;
      return { discovered: { name: name ?? '', meanwhile: any(BASIC_AUTH, { users: NOBODY }) } };
    }
    return {
      chain: any(BASIC_AUTH, {
        users: NOBODY,
        ...(settings.credentialsHeader !== undefined && { authentication_header: settings.credentialsHeader }),
        ...(settings.usernameHeader !== undefined && { forward_username_header: settings.usernameHeader }),
      }),
      perRoute: any('envoy.extensions.filters.http.basic_auth.v3.BasicAuthPerRoute', {
        users: sourceOf(users),
        ...(realm !== undefined && { realm }),
      }),
    };
  },
});

/** What is set in the entry only. */
const settingsOf = ({ credentialsHeader, usernameHeader }: BasicAuth): FilterSettings => ({
  ...(credentialsHeader.toLowerCase() !== 'authorization' && { credentialsHeader }),
  ...(usernameHeader !== undefined && { usernameHeader }),
});

/** No users, in a text that is not empty, as Envoy wants it. */
const NOBODY: Messages['envoy.config.core.v3.DataSource'] = { inline_string: '\n' };

const sourceOf = ({ file = '', environment }: BasicAuthUsers): Messages['envoy.config.core.v3.DataSource'] =>
  environment === undefined ? { filename: file } : { environment_variable: environment };
