import type { Valid } from '../../2-validate/model.ts';

/** The name of a route in Envoy: that of its document, and its own if it has one. */
export const routeName = (origin: Valid, name: string | undefined): string =>
  name === undefined ? origin.key : `${origin.key}/${name}`;
