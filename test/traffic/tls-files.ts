/** Certificates with which a relay and its Envoys know each other. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TlsFiles } from '../../relay/tls.ts';
import { makeAuthority } from '../servers/certificates.ts';
import type { RelayPlace } from './configuration.ts';

export interface MutualTls {
  readonly relay: { readonly tls: Required<TlsFiles>; readonly nodePolicy: string };
  readonly envoy: NonNullable<RelayPlace['tls']>;
}

/** Writes them into a folder. */
export async function writeMutualTls(folder: string): Promise<MutualTls> {
  const authority = await makeAuthority('Relay CA');
  const write = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const certificateAuthority = await write('ca.crt', authority.certificate);
  const pair = async (name: string) => {
    const { certificate, privateKey } = await authority.issue({ commonName: name, names: ['localhost'] });
    return {
      certificateChain: await write(`${name}.crt`, certificate),
      privateKey: await write(`${name}.key`, privateKey),
    };
  };
  return {
    relay: {
      tls: { ...(await pair('relay')), clientAuthorities: certificateAuthority },
      nodePolicy: await write('node-policy.yaml', "rules: [{ dns: localhost, gateways: ['*'], nodes: ['*'] }]\n"),
    },
    envoy: { ...(await pair('envoy')), certificateAuthority },
  };
}
