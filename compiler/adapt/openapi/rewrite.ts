/** How a path changes on its way: from what it begins with at the gateway to what it begins with at the upstream. */
import type { PathRewrite } from '../../2-validate/generated/types.ts';
import type { Written } from '../draft.ts';
import type { Matcher } from './match.ts';

/** Undefined if it does not. Both without a slash at their end; may be empty. */
export function rewritePath(
  { path, variables }: Matcher,
  gatewayBase: string,
  upstreamBase: string,
): Written<PathRewrite> | undefined {
  if (gatewayBase === upstreamBase) return undefined;
  const { exact, template } = path;
  if (exact !== undefined) return { full: upstreamBase + exact.slice(gatewayBase.length) };
  if (template !== undefined && !template.includes('/*') && !variables.includes(undefined))
    return { template: upstreamBase + template.slice(gatewayBase.length).replaceAll('=**}', '}') };
  // Backslashes are escapes in a substitution, and paths have none.
  const pattern = `^${gatewayBase.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}/`;
  return { regex: { pattern, substitution: `${upstreamBase}/` } };
}
