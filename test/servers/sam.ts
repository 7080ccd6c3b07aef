/** AWS's own tool for templates of its functions, with the linter for CloudFormation in it. Installed once from PyPI. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { installed, run } from './installed.ts';

const VERSION = '1.170.0';

/** Says what is wrong with a template; nothing if it is well. Nobody on the network is asked. */
export async function lintTemplate(path: string): Promise<string> {
  const args = ['-m', 'samcli', 'validate', '--lint', '--template', path];
  const env = {
    ...process.env,
    PYTHONPATH: join(await installSam(), 'packages'),
    SAM_CLI_TELEMETRY: '0',
    AWS_DEFAULT_REGION: 'eu-west-1',
  };
  return new Promise((resolve) => {
    execFile('python3', args, { env }, (error, stdout, stderr) => resolve(error ? `${stdout}${stderr}` : ''));
  });
}

const installSam = (): Promise<string> =>
  installed({
    name: 'sam',
    version: VERSION,
    cost: '320 MB, a minute',
    install: (work) =>
      run('python3', [
        ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', join(work, 'packages')],
        `aws-sam-cli==${VERSION}`,
      ]),
  });
