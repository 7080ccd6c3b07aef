import type { BasicAuthUsers } from '../2-validate/generated/types.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

/**
 * Users are set per route; the entry in the chain has those settings that Envoy takes nowhere else, and no users.
 *
 * Source: envoy/extensions/filters/http/basic_auth/v3/basic_auth.proto
 */
export default defineFilter('basic-auth', {
  phase: 'authentication',
  envoyFilter: 'envoy.filters.http.basic_auth',
  lower: ({ users, realm, credentialsHeader, usernameHeader }) => ({
    chain: any('envoy.extensions.filters.http.basic_auth.v3.BasicAuth', {
      users: NOBODY,
      ...(credentialsHeader.toLowerCase() !== 'authorization' && { authentication_header: credentialsHeader }),
      ...(usernameHeader !== undefined && { forward_username_header: usernameHeader }),
    }),
    perRoute: any('envoy.extensions.filters.http.basic_auth.v3.BasicAuthPerRoute', {
      users: sourceOf(users),
      ...(realm !== undefined && { realm }),
    }),
  }),
});

/** No users, in a text that is not empty, as Envoy wants it. */
const NOBODY: Messages['envoy.config.core.v3.DataSource'] = { inline_string: '\n' };

const sourceOf = ({ file = '', environment }: BasicAuthUsers): Messages['envoy.config.core.v3.DataSource'] =>
  environment === undefined ? { filename: file } : { environment_variable: environment };
