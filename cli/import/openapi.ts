import type { Command, OptionValues } from 'commander';
import { adapt } from '../../compiler/adapt/index.ts';
import { openapiAdapter } from '../../compiler/adapt/openapi/adapter.ts';
import { parseServerOption, toBasePath, type ServerOption } from '../../compiler/adapt/openapi/servers.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Importer } from './importer.ts';

/** `enroutectl import openapi`. */
export const openapi: Importer = {
  name: 'openapi',
  summary: 'API descriptions: OpenAPI 3, Swagger 2.0',
  description:
    'Makes documents of API descriptions: OpenAPI 3.0, 3.1 and 3.2, and Swagger 2.0, in YAML or JSON. Each server becomes ' +
    'an Upstream, each operation a route, each security scheme a Filter. Files that only hold what others refer to are ' +
    'named beside them. See docs/import.md.',
  configure: (command: Command) => {
    command
      .option('--name <name>', "the name of the VirtualHost and of what belongs to it (default: the API's title)")
      .option('--hostname <name...>', 'host names to serve the API at (default: every host)')
      .option('--server <url>', "send requests there, instead of to the description's servers")
      .option('--base-path <path>', 'what paths begin with at the gateway (default: as in the description)');
  },
  run: (files, options, flags) =>
    adapt(openapiAdapter, files, {
      ...options,
      name: textOf(flags, 'name'),
      hostnames: hostnamesOf(flags),
      server: serverOf(textOf(flags, 'server')),
      basePath: basePathOf(textOf(flags, 'basePath')),
    }),
};

const textOf = (flags: OptionValues, name: string): string | undefined => {
  const value: unknown = flags[name];
  return typeof value === 'string' ? value : undefined;
};

const hostnamesOf = ({ hostname }: OptionValues): readonly string[] | undefined =>
  Array.isArray(hostname) ? hostname.map(String) : undefined;

function serverOf(url: string | undefined): ServerOption | undefined {
  if (url === undefined) return undefined;
  const server = parseServerOption(url);
  if (server) return server;
  throw new Failure(`--server: ${JSON.stringify(url)} is no address of a server`, {
    exit: EXIT.usage,
    help: 'for example https://shop.internal:8443 or http://10.0.0.7:8080/v2',
  });
}

const basePathOf = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : toBasePath(path);
