const TOKEN = /^:?[0-9a-zA-Z!#$%&'*+\-.^_|~`]+$/;

/** Whether a text can name a header (RFC 9110, section 5.1), or one of HTTP/2's pseudo-headers. */
export const isHeaderName = (text: string): boolean => TOKEN.test(text);
