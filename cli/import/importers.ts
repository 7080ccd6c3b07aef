/** Every importer, in the order of the help. To add one: an adapter in `compiler/adapt/`, an `Importer` here. */
import { enroute } from './enroute.ts';
import { envoy } from './envoy.ts';
import type { Importer } from './importer.ts';
import { openapi } from './openapi.ts';

export const IMPORTERS: readonly Importer[] = [openapi, enroute, envoy];
