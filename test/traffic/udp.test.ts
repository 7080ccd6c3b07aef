/** Datagrams through Envoy, to real servers and back. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { poll } from '../../cli/local/poll.ts';
import { document, upstream } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

/** Answers each datagram with its own name and what it got. */
async function startEcho(name: string) {
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => socket.send(`${name}: ${message}`, from.port, from.address));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { port: socket.address().port, stop: async () => void socket.close() };
}

const one = shared(() => startEcho('one'));
const two = shared(() => startEcho('two'));

const gateway = shared(() =>
  startGateway({
    listeners: { clients: 'protocol: UDP', datagrams: 'protocol: UDP', sticky: 'protocol: UDP' },
    documents: {
      ...document('UdpRoute', 'clients', 'gateways: [edge]', 'listener: clients', 'upstream: both'),
      ...document(
        'UdpRoute',
        'datagrams',
        'gateways: [edge]',
        'listener: datagrams',
        'upstream: both',
        'balance: datagrams',
      ),
      ...document(
        'UdpRoute',
        'sticky',
        'gateways: [edge]',
        'listener: sticky',
        'upstream: hashed',
        'hashOn: sourceAddress',
      ),
      ...upstream('both', [one().port, two().port], 'loadBalancing: { policy: roundRobin }'),
      ...upstream('hashed', [one().port, two().port], 'loadBalancing: { policy: maglev }'),
    },
  }),
);

async function client(): Promise<Socket> {
  const socket = createSocket('udp4');
  onTestFinished(() => void socket.close());
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}

/** Datagrams may get lost, so it is sent again until there is an answer. */
async function ask(socket: Socket, listener: string, text: string): Promise<string> {
  const answers: string[] = [];
  const take = (message: Buffer) => void answers.push(String(message));
  socket.on('message', take);
  const answer = await poll({ what: `an answer to ${text}` }, async () => {
    socket.send(text, gateway().portOf(listener), '127.0.0.1');
    await new Promise((resolve) => setTimeout(resolve, 50));
    return answers.find((found) => found.endsWith(`: ${text}`));
  });
  socket.off('message', take);
  return answer;
}

const serverOf = (answer: string): string | undefined => answer.split(':')[0];

describe('datagrams', () => {
  test('come back, and those of a client go to one endpoint', async () => {
    const socket = await client();
    const answers = [];
    for (const text of ['a', 'b', 'c', 'd']) answers.push(await ask(socket, 'clients', text));
    expect(new Set(answers.map(serverOf)).size).toBe(1);
    expect(answers[3]).toMatch(/^(one|two): d$/);
  });

  test('of several clients go to all endpoints', async () => {
    const servers = new Set<string | undefined>();
    for (let count = 0; count < 20 && servers.size < 2; count += 1)
      servers.add(serverOf(await ask(await client(), 'clients', `from ${count}`)));
    expect(servers).toEqual(new Set(['one', 'two']));
  });

  test('may be spread each by itself', async () => {
    const socket = await client();
    const servers = new Set<string | undefined>();
    for (let count = 0; count < 20 && servers.size < 2; count += 1)
      servers.add(serverOf(await ask(socket, 'datagrams', `number ${count}`)));
    expect(servers).toEqual(new Set(['one', 'two']));
  });

  test('may go where the address of the client says', async () => {
    const servers = new Set<string | undefined>();
    for (let count = 0; count < 8; count += 1)
      servers.add(serverOf(await ask(await client(), 'sticky', `from ${count}`)));
    expect(servers.size).toBe(1);
  });
});
