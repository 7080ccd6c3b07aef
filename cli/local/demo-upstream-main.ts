/** Runs the demo upstream as a process of its own: `demo-upstream-main [name] [port] [host]`. */
import { startDemoUpstream } from './demo-upstream.ts';

const [, , name = 'demo', port = '0', host = '127.0.0.1'] = process.argv;
const upstream = await startDemoUpstream({ name, port: Number(port), host });
process.stdout.write(`upstream ${name} listens on http://${upstream.host}:${upstream.port}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void upstream.stop());
