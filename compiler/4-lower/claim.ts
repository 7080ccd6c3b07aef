/** Claims of tokens that the `jwt` filter has verified, where it leaves them for those that come after it. */
import type { Claim } from '../2-validate/generated/types.ts';

/** The filter that leaves claims, under the name of the provider whose token had them. */
export const CLAIMS_FROM = 'envoy.filters.http.jwt_authn';

/** The names of a claim, from the outermost to that of the value. */
export const claimPath = (claim: Claim): readonly string[] => (typeof claim === 'string' ? claim.split('.') : claim);

/** Where the claim of a provider's token stands in the metadata of {@link CLAIMS_FROM}. */
export const claimKeys = (provider: string, claim: Claim): readonly { readonly key: string }[] =>
  [provider, ...claimPath(claim)].map((key) => ({ key }));
