/** Diagnostics of the lower stage: a valid document that Envoy would refuse. */

export const LOWER = {};
