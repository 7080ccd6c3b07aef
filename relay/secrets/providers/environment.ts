/** Secrets from the relay's own environment variables. */
import { failed, type SecretProvider } from '../provider.ts';
import { resolvePlaces, type Part } from '../parts.ts';

export interface EnvironmentProviderOptions {
  /**
   * Only variables whose names begin so may be named by a document; default `ENROUTE_SECRET_`. Whoever writes documents
   * could otherwise read whatever else the relay was started with, such as the credentials of the bucket.
   */
  readonly prefix?: string;
  readonly variables?: Readonly<Record<string, string | undefined>>;
}

/** Settings name variables, for example `{ type: 'environment', value: 'ENROUTE_SECRET_OIDC' }`. */
export function environmentProvider(options: EnvironmentProviderOptions = {}): SecretProvider {
  const { prefix = 'ENROUTE_SECRET_', variables = process.env } = options;
  const read = async (name: string): Promise<Part> => {
    if (!name.startsWith(prefix)) {
      return failed('misconfigured', `variable "${name}" may not be read: its name does not begin with "${prefix}"`);
    }
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) return failed('not-found', `variable "${name}" is not set`);
    return { status: 'read', bytes: new TextEncoder().encode(value) };
  };
  return { type: 'environment', resolve: (reference) => resolvePlaces(reference, read) };
}
