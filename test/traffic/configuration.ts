/** What a test says of a gateway → compiled bundles. */
import { compile, createCompileMemo, type CompiledBundle, type SourceFile } from '../../compiler/index.ts';
import { renderText } from '../../compiler/diagnostics/render/text.ts';
import { document, GATEWAY, type Documents } from './documents.ts';
import { reservePort } from '../servers/ports.ts';

/** A Gateway and all that belongs to it. */
export interface Configuration {
  /**
   * Each listener's name, and what there is to say of it besides name and port, as a YAML flow; one with a Unix socket
   * gets no port. Default: `http`.
   */
  readonly listeners?: Readonly<Record<string, string>>;
  /** The rest of the Gateway's spec, YAML. Default: no access log. */
  readonly gateway?: string;
  /** Of Envoy's administration interface. Default: any. */
  readonly adminPort?: number;
  readonly documents: Documents;
}

export type Protocol = 'delta' | 'state-of-the-world';

/** How the gateway's Envoys reach the relay. */
export interface RelayPlace {
  readonly port: number;
  readonly protocol: Protocol;
  /** Paths of PEM files; without them plain text. */
  readonly tls?: {
    readonly certificateChain: string;
    readonly privateKey: string;
    readonly certificateAuthority: string;
    readonly sdsFolder?: string;
  };
}

export interface ConfigurationCompiler {
  /** @throws Error with the diagnostics, when there are any. */
  readonly compile: (configuration: Configuration) => Promise<readonly CompiledBundle[]>;
  /** The port of a listener, which stays the same in all that is compiled. */
  readonly portOf: (listener: string) => number;
}

export function createConfigurationCompiler(relay: RelayPlace): ConfigurationCompiler {
  const ports = new Map<string, number>();
  const memo = createCompileMemo();
  return {
    compile: async ({
      listeners = { http: 'protocol: HTTP' },
      gateway = 'accessLog: []',
      adminPort = 0,
      documents,
    }) => {
      for (const name of Object.keys(listeners)) if (!ports.has(name)) ports.set(name, await reservePort());
      const spec = Object.entries(listeners).map(([name, rest]) =>
        rest.includes('unixSocket')
          ? `{ name: ${name}, ${rest} }`
          : `{ name: ${name}, port: ${ports.get(name)}, ${rest} }`,
      );
      const edge = document(
        'Gateway',
        GATEWAY,
        `listeners: [${spec.join(', ')}]`,
        gateway,
        `admin: { port: ${adminPort} }`,
        relaySpec(relay),
      );
      return compileOrThrow({ ...edge, ...documents }, memo);
    },
    portOf: (listener) => {
      const port = ports.get(listener);
      if (port === undefined) throw new Error(`no listener is named ${listener}`);
      return port;
    },
  };
}

const relaySpec = ({ port, protocol, tls }: RelayPlace): string => `
  relay: ${JSON.stringify({ port, protocol, ...(tls && { tls: { ...tls, serverName: 'localhost' } }) })}
`;

/** Compiles documents that must be right. */
export function compileOrThrow(documents: Documents, memo = createCompileMemo()): readonly CompiledBundle[] {
  const files: readonly SourceFile[] = Object.entries(documents).map(([path, text]) => ({ path, text }));
  const { bundles, diagnostics } = compile(files, memo);
  if (diagnostics.length > 0) throw new Error(renderText(diagnostics, { files, colour: 'never' }));
  return bundles;
}
