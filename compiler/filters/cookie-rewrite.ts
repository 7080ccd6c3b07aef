import type { CookieAttributes } from '../2-validate/generated/types.ts';
import { any } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';
import { repetitions } from '../repetitions.ts';

/**
 * Envoy has no filter for it, so a Lua script of ours does it. What documents say gets into the script as a table of
 * texts in which, by the schema, nothing needs to be escaped.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/configuration/http/http_filters/lua_filter, and RFC 6265.
 */
export default defineFilter('cookie-rewrite', {
  phase: 'transformation',
  envoyFilter: 'envoy.filters.http.lua',
  lower: ({ cookies }, { report }) => {
    for (const { item, first, second } of repetitions(cookies, ({ cookie }) => cookie))
      report('duplicate-item', `/cookies/${second}/cookie`, { value: item.cookie, first, second });
    return {
      chain: any('envoy.extensions.filters.http.lua.v3.Lua', {}),
      perRoute: any('envoy.extensions.filters.http.lua.v3.LuaPerRoute', {
        source_code: { inline_string: `local RULES = {\n${cookies.map(ruleOf).join('')}}\n${SCRIPT}` },
      }),
    };
  },
});

/** An entry of the script's table: which attributes of a cookie go, by their names in lower case, and what comes. */
function ruleOf({ cookie, path, domain, secure, httpOnly, sameSite }: CookieAttributes): string {
  const attributes: readonly (readonly [name: string, text: string | undefined])[] = [
    ...(path === undefined ? [] : [['path', `; Path=${path}`] as const]),
    ...(domain === undefined ? [] : [['domain', `; Domain=${domain}`] as const]),
    ...(secure === undefined ? [] : [['secure', secure ? '; Secure' : undefined] as const]),
    ...(httpOnly === undefined ? [] : [['httponly', httpOnly ? '; HttpOnly' : undefined] as const]),
    ...(sameSite === undefined ? [] : [['samesite', `; SameSite=${SAME_SITE[sameSite]}`] as const]),
  ];
  const gone = attributes.map(([name]) => `["${name}"] = true`).join(', ');
  const text = attributes.map(([, added = '']) => added).join('');
  return `  ["${cookie}"] = { gone = { ${gone} }, added = "${text}" },\n`;
}

const SAME_SITE = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;

const SCRIPT = `
local function rewritten(cookie)
  local name = string.match(cookie, "^%s*([^=;]-)%s*=")
  local rule = name and RULES[name]
  if not rule then return cookie end
  local parts = {}
  for part in string.gmatch(cookie, "[^;]+") do
    local attribute = string.lower(string.match(part, "^%s*([^=]-)%s*$") or string.match(part, "^%s*([^=]-)%s*=") or "")
    if #parts == 0 or not rule.gone[attribute] then parts[#parts + 1] = part end
  end
  return table.concat(parts, ";") .. rule.added
end

function envoy_on_response(handle)
  local headers = handle:headers()
  local count = headers:getNumValues("set-cookie")
  if count == 0 then return end
  local cookies = {}
  for index = 0, count - 1 do cookies[#cookies + 1] = rewritten(headers:getAtIndex("set-cookie", index)) end
  headers:remove("set-cookie")
  for _, cookie in ipairs(cookies) do headers:add("set-cookie", cookie) end
end
`;
