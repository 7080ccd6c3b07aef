/** Versions that a bundle's manifest names. */

/** The compiler's own version, that of package.json; a test compares the two. */
export const COMPILER_VERSION = '0.1.0';

/** The version of Envoy whose API the resources are written for. */
export const ENVOY_VERSION = '1.40.0';
