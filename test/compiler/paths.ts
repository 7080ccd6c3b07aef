/** Conditions on paths, and whether a path meets them, as Envoy judges it. */
import type { PathMatch } from '../../compiler/2-validate/generated/types.ts';
import { withoutSlash } from '../../compiler/3-link/route/paths.ts';

/** Takes expressions that mean the same in RE2 and in ECMAScript, and templates without patterns of several segments. */
export function meets(path: string, { exact, prefix, template, regex, ignoreCase }: PathMatch): boolean {
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  if (exact !== undefined) return fold(path) === fold(exact);
  if (regex !== undefined) return new RegExp(`^(?:${regex})$`).test(path);
  if (template !== undefined) return templateExpression(template).test(path);
  const base = fold(withoutSlash(prefix ?? '/'));
  return fold(path) === base || fold(path).startsWith(`${base}/`);
}

const templateExpression = (template: string): RegExp => {
  const expression = template
    .replaceAll(/\{\w+(?:=([^{}]*))?\}/g, (_, pattern: string | undefined) => pattern ?? '*')
    .replaceAll(/\*+/g, (stars) => (stars === '*' ? '[^/]+' : '.*'));
  return new RegExp(`^${expression}$`);
};
