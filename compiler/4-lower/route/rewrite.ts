/** Changes of path and host. Source: envoy/config/route/v3/route_components.proto, RouteAction and RedirectAction. */
import type { HostRewrite, PathMatch, PathRewrite, RegexSubstitution } from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';
import { withoutSlash } from '../../3-link/route/paths.ts';

type RouteAction = Messages['envoy.config.route.v3.RouteAction'];
type RegexRewrite = Messages['envoy.type.matcher.v3.RegexMatchAndSubstitute'];

export function lowerPathRewrite({ prefix, full, regex, template }: PathRewrite, path: PathMatch): RouteAction {
  if (prefix !== undefined) return prefixRewrite(prefix, path);
  if (full !== undefined) return { regex_rewrite: wholePath(full) };
  if (regex) return { regex_rewrite: regexRewrite(regex) };
  const type = 'envoy.extensions.path.rewrite.uri_template.v3.UriTemplateRewriteConfig';
  return {
    path_rewrite_policy: {
      name: 'envoy.path.rewrite.uri_template.uri_template_rewriter',
      typed_config: any(type, { path_template_rewrite: template ?? '/' }),
    },
  };
}

/**
 * Envoy replaces the matched text and no more, so the slash between what is put in front and what is left needs care:
 * `/cart` → `/` must make `/cart/2` into `/2`, and `/` → `/shop` must make `/2` into `/shop/2`.
 */
export function prefixRewrite(
  replacement: string,
  path: PathMatch,
): { readonly prefix_rewrite: string } | { readonly regex_rewrite: RegexRewrite } {
  const matched = withoutSlash(path.prefix ?? path.exact ?? '/');
  const target = withoutSlash(replacement);
  if (matched === '') return { prefix_rewrite: `${target}/` };
  if (target !== '') return { prefix_rewrite: target };
  const flags = path.ignoreCase ? '(?i)' : '';
  return { regex_rewrite: { pattern: { regex: `${flags}^${escapeRegex(matched)}/*` }, substitution: '/' } };
}

export const wholePath = (path: string): RegexRewrite => ({
  pattern: { regex: '^/.*$' },
  substitution: path.replaceAll('\\', '\\\\'),
});

export const regexRewrite = ({ pattern, substitution }: RegexSubstitution): RegexRewrite => ({
  pattern: { regex: pattern },
  substitution,
});

export function lowerHostRewrite({ literal, header, pathRegex }: HostRewrite): RouteAction {
  if (literal !== undefined) return { host_rewrite_literal: literal };
  if (header !== undefined) return { host_rewrite_header: header };
  return pathRegex ? { host_rewrite_path_regex: regexRewrite(pathRegex) } : { auto_host_rewrite: true };
}

const escapeRegex = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
