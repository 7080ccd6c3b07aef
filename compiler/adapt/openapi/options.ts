import type { AdaptOptions } from '../adapter.ts';
import type { ServerOption } from './servers.ts';

/** What the importer of OpenAPI is told besides. */
export interface OpenapiOptions extends AdaptOptions {
  /** The name of the VirtualHost and of what belongs to it; the API's title, if left out. */
  readonly name?: string | undefined;
  /** Host names that the API is served at; every host, if left out. */
  readonly hostnames?: readonly string[] | undefined;
  /** Where requests are sent, instead of to the servers of the description. */
  readonly server?: ServerOption | undefined;
  /** What paths begin with at the gateway; the path of the description's server, if left out. */
  readonly basePath?: string | undefined;
}
