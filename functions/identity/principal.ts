/** Who calls. */

/** By which callers prove themselves; `local`: they are on this machine, and nobody has to. */
export const PRINCIPAL_KINDS = ['token', 'api-key', 'aws-iam', 'local'] as const;

/** A caller, as the way in which it proved itself shows it. */
export interface Principal {
  readonly kind: (typeof PRINCIPAL_KINDS)[number];
  /** For the history and the audit log, such as an e-mail address; never a credential. */
  readonly name: string;
  /** The issuer of its token. */
  readonly issuer?: string;
  /** What is known of it: claims of a token, `arn`, `account` and `user` of AWS. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** What a call proves: somebody, nothing at all, or something that does not hold. */
export type Identification =
  | { readonly status: 'identified'; readonly principal: Principal }
  | { readonly status: 'anonymous' }
  /** `reason` is for the caller: one sentence that says nothing of what would hold. */
  | { readonly status: 'refused'; readonly reason: string }
  /** The identity provider gives no keys; it may later. */
  | { readonly status: 'unavailable'; readonly reason: string };
