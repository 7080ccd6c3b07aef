/** In which form requests are seen by routes, filters and upstreams. */
import type { Http } from '../../2-validate/generated/types.ts';
import type { HttpSettings } from './http-settings.ts';

const ESCAPED_SLASHES = {
  redirect: 'UNESCAPE_AND_REDIRECT',
  reject: 'REJECT_REQUEST',
  unescape: 'UNESCAPE_AND_FORWARD',
  keep: 'KEEP_UNCHANGED',
} as const;

export const requestNormalization = (http: Http): HttpSettings => ({
  normalize_path: http.normalizePath,
  merge_slashes: http.mergeSlashes,
  path_with_escaped_slashes_action: ESCAPED_SLASHES[http.escapedSlashes],
  ...(http.hostPort === 'strip-own' && { strip_matching_host_port: true }),
  ...(http.hostPort === 'strip' && { strip_any_host_port: true }),
  ...(http.trailingHostDot === 'strip' && { strip_trailing_host_dot: true }),
  ...(http.scheme === 'upstream' && { scheme_header_transformation: { match_upstream: true } }),
  ...((http.scheme === 'http' || http.scheme === 'https') && {
    scheme_header_transformation: { scheme_to_overwrite: http.scheme },
  }),
});
