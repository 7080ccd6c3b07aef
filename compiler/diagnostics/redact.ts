/** Private keys, kept out of what people and logs see. */

/**
 * The text with every character of a private key in PEM form (RFC 7468) or of a private member of a JSON Web Key
 * (RFC 7518) replaced by `*`, line breaks excepted: nothing moves, so that lines and columns stay what they are. A
 * document must not hold a key at all, but one that does must not be spread further by the diagnostic that says so.
 */
export const redact = (text: string): string =>
  [PRIVATE_KEY, ...(text.includes('kty') ? [PRIVATE_MEMBER] : [])].reduce(
    (shown, pattern) => shown.replaceAll(pattern, (_, begin: string, body: string) => begin + blotted(body)),
    text,
  );

const blotted = (text: string): string => text.replaceAll(/[^\s]/g, '*');

/** Up to its end, or if that is missing, as far as it looks like Base64, with line breaks written as `\n` or as they are. */
const PRIVATE_KEY = /(-----BEGIN [A-Z ]*PRIVATE KEY-----)([^]*?(?=-----END)|[\w+/=\s\\]*)/g;

/** `"d": "…"` and the like, with its quotation marks escaped or not. */
const PRIVATE_MEMBER = /(\\?"(?:d|p|q|dp|dq|qi|k|oth)\\?"\s*:\s*\\?")([^"\\]*)/g;
