const TOKEN = /^:?[0-9a-zA-Z!#$%&'*+\-.^_|~`]+$/;

/** Whether a text can name a header (RFC 9110, section 5.1), or one of HTTP/2's pseudo-headers. */
export const isHeaderName = (text: string): boolean => TOKEN.test(text);

/** Changing what the route was chosen by, behind the router's back, is what `rewrite` is for. */
export const isChangeableHeader = (text: string): boolean => isHeaderName(text) && !/^:|^host$/i.test(text);
