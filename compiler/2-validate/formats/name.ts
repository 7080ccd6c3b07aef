const LABEL = /^[a-z0-9_]([-a-z0-9_]{0,61}[a-z0-9_])?$/i;

/** Whether a text is a host name as DNS has them: labels of at most 63 characters, 253 in all, no trailing dot. */
export const isHostname = (text: string): boolean =>
  text.length <= 253 && text.split('.').every((label) => LABEL.test(label));

/** A host name, `*.` before one, or `*`. Envoy compares domains in any case, and allows a wildcard at the front only. */
export const isHostnamePattern = (text: string): boolean => text === '*' || isHostname(text.replace(/^\*\./, ''));

export const isHttpUri = (text: string): boolean => /^https?:\/\/[^\s/?#]+(\/[^\s]*)?$/.test(text);
