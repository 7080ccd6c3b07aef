/** The relay's version: that of package.json, which a test compares. */
export const RELAY_VERSION = '0.1.0';
