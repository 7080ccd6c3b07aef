/** Endpoints that tell how busy they are, over a stream of its own (ORCA). */
import { promisify } from 'node:util';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { ServerWritableStream, ServiceDefinition } from '@grpc/grpc-js';

export interface LoadReports {
  /** On 127.0.0.1. */
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const asIs = (bytes: Buffer): Buffer => bytes;

const SERVICE: ServiceDefinition = {
  streamCoreMetrics: {
    path: '/xds.service.orca.v3.OpenRcaService/StreamCoreMetrics',
    requestStream: false,
    responseStream: true,
    requestSerialize: asIs,
    requestDeserialize: asIs,
    responseSerialize: asIs,
    responseDeserialize: asIs,
  },
};

const REPORT_EVERY_MS = 50;

/** @param busy how busy the endpoint is, from 0 to 1, that is asked by a host name */
export async function startLoadReports(busy: (host: string) => number): Promise<LoadReports> {
  const server = new Server();
  server.addService(SERVICE, {
    streamCoreMetrics: (call: ServerWritableStream<Buffer, Buffer>) => {
      const report = () => call.write(reportOf(busy(call.getHost())));
      report();
      const timer = setInterval(report, REPORT_EVERY_MS);
      call.on('cancelled', () => clearInterval(timer));
      call.on('close', () => clearInterval(timer));
    },
  });
  const bind = promisify(server.bindAsync.bind(server));
  const port = await bind('127.0.0.1:0', ServerCredentials.createInsecure());
  return { port, stop: async () => server.forceShutdown() };
}

const REQUESTS_PER_SECOND = 100;

/** An `xds.data.orca.v3.OrcaLoadReport`, short enough to write by hand: fields 1 and 6, both of type double. */
function reportOf(cpuUtilization: number): Buffer {
  const report = Buffer.alloc(18);
  report.writeUInt8((1 << 3) | 1, 0);
  report.writeDoubleLE(cpuUtilization, 1);
  report.writeUInt8((6 << 3) | 1, 9);
  report.writeDoubleLE(REQUESTS_PER_SECOND, 10);
  return report;
}
