/** A process for install-envoy.test.ts that installs Envoy into the cache folder that its argument names. */
import { installEnvoy } from '../../cli/local/install-envoy.ts';

const [, , cache = ''] = process.argv;
const report = (line: string): void => void process.stdout.write(`${line}\n`);
report(await installEnvoy({ cache, report }));
