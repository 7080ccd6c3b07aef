import type { CookieAttribute } from '../../2-validate/generated/types.ts';

/** What cookies that Envoy sets say besides their values. */
export const cookieAttributes = (
  attributes: readonly CookieAttribute[],
): { readonly attributes?: readonly { readonly name: string; readonly value?: string }[] } =>
  attributes.length === 0
    ? {}
    : { attributes: attributes.map(({ name, value }) => ({ name, ...(value !== undefined && { value }) })) };
