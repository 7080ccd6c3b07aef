/** Kubernetes Services: where the name of one leads to. */
import type { MakeRemark } from '../remark.ts';
import { entries, type Source } from '../source.ts';
import { fieldsOf, textIn, MOST_PORT } from './fields.ts';
import type { EnrouteService } from './model.ts';

export interface KubernetesServices {
  /** A host name. */
  readonly addressOf: (namespace: string, name: string) => string;
  /** What an annotation of the Service says of the port. */
  readonly protocolOf: (namespace: string, name: string, port: number) => EnrouteService['protocol'] | undefined;
}

interface KubernetesService {
  readonly externalName?: string;
  /** By port number or name, with the port's name beside its number. */
  readonly protocols: ReadonlyMap<string, EnrouteService['protocol']>;
  readonly portNames: ReadonlyMap<number, string>;
}

export function readKubernetesServices(documents: readonly Source[], remark: MakeRemark): KubernetesServices {
  const services = new Map(
    documents
      .filter((source) => textIn(fieldsOf(source, remark).take('kind'))?.toLowerCase() === 'service')
      .map((source) => readService(source, remark)),
  );
  const find = (namespace: string, name: string) => services.get(`${namespace}/${name}`);
  return {
    addressOf: (namespace, name) => find(namespace, name)?.externalName ?? `${name}.${namespace}.svc.cluster.local`,
    protocolOf: (namespace, name, port) => {
      const service = find(namespace, name);
      return service?.protocols.get(String(port)) ?? service?.protocols.get(service.portNames.get(port) ?? '');
    },
  };
}

function readService(source: Source, remark: MakeRemark): readonly [string, KubernetesService] {
  const service = fieldsOf(source, remark);
  const metadata = fieldsOf(service.take('metadata'), remark);
  const spec = fieldsOf(service.take('spec'), remark);
  const externalName = spec.text('externalName');
  const ports = spec.list('ports').map((port) => fieldsOf(port, remark));
  return [
    `${metadata.text('namespace') ?? 'default'}/${metadata.text('name') ?? ''}`,
    {
      ...(externalName !== undefined && { externalName }),
      protocols: protocolsIn(metadata.take('annotations')),
      portNames: new Map(ports.map((port) => [port.number('port', MOST_PORT) ?? 0, port.text('name') ?? ''])),
    },
  ];
}

const PROTOCOL = /^(?:enroute\.saaras\.io|(?:projectcontour|heptio)\S*)\/upstream-protocol\.(h2c|h2|tls)$/;

const protocolsIn = (annotations: Source | undefined): KubernetesService['protocols'] =>
  new Map(
    entries(annotations).flatMap(([key, value]) => {
      const protocol = PROTOCOL.exec(key)?.[1];
      const ports = (textIn(value) ?? '').split(',').map((port) => port.trim());
      return protocol === 'h2c' || protocol === 'h2' || protocol === 'tls'
        ? ports.map((port): [string, EnrouteService['protocol']] => [port, protocol])
        : [];
    }),
  );
