import { adapt } from '../../compiler/adapt/index.ts';
import { openapiAdapter } from '../../compiler/adapt/openapi/adapter.ts';
import type { Importer } from './importer.ts';

export const openapi: Importer = {
  name: 'openapi',
  summary: 'OpenAPI 3.0, 3.1 and Swagger 2.0',
  description: 'Makes documents of API descriptions: OpenAPI 3.0 and 3.1, and Swagger 2.0, in YAML or JSON.',
  run: (files, options) => adapt(openapiAdapter, files, options),
};
