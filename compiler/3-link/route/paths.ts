/** A path without slashes at its end, which change nothing about what lies below it; the root becomes nothing. */
export const withoutSlash = (path: string): string => path.replace(/\/+$/, '');
