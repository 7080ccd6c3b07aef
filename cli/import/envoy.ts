import { adapt } from '../../compiler/adapt/index.ts';
import { envoyAdapter } from '../../compiler/adapt/envoy/adapter.ts';
import type { Importer } from './importer.ts';

/** `enroutectl import envoy`. */
export const envoy: Importer = {
  name: 'envoy',
  summary: 'static configurations of Envoy, and /config_dump',
  description:
    'Makes documents of a static configuration of Envoy in YAML or JSON, or of what its administration interface gives ' +
    'under /config_dump?include_eds. Listeners, hosts, routes and clusters become what the documents have words for; the ' +
    'rest stands in an EnvoyPatch, so that the result behaves as before. See docs/import.md.',
  run: (files, options) => adapt(envoyAdapter, files, options),
};
