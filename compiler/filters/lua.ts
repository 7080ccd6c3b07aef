import { any } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

/** Source: envoy/extensions/filters/http/lua/v3/lua.proto */
export default defineFilter('lua', {
  phase: 'script',
  envoyFilter: 'envoy.filters.http.lua',
  resting: any('envoy.extensions.filters.http.lua.v3.Lua', {}),
  lower: ({ code }) => ({
    perRoute: any('envoy.extensions.filters.http.lua.v3.LuaPerRoute', { source_code: { inline_string: code } }),
  }),
});
