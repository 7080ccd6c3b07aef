/**
 * Carries out a Dockerfile in folders, where there is no container engine: each stage is a folder, `COPY` copies, and
 * `RUN` runs with what this machine has in place of the base image. Knows the instructions that ours has.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DockerfileParser, type Copy, type Instruction, type JSONInstruction } from 'dockerfile-ast';

/** What a container of the last stage would be. */
export interface Image {
  /** The folder that stands for `/`. */
  readonly root: string;
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** `ENTRYPOINT` and `CMD`, with paths below {@link root}. */
  readonly entryPoint: readonly string[];
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
}

interface Stage {
  readonly root: string;
  workingFolder: string;
  readonly environment: Record<string, string>;
  entryPoint: readonly string[];
  command: readonly string[];
  healthCheck: readonly string[];
}

/**
 * @param context The folder that the Dockerfile is in; what its .dockerignore names is left out of it.
 * @param folder An empty one, for the stages.
 */
export async function buildImage(context: string, folder: string): Promise<Image> {
  const ignored = (await readFile(join(context, '.dockerignore'), 'utf8')).split('\n').filter((line) => line !== '');
  const stages = new Map<string, Stage>();
  let stage = emptyStage('', folder);
  for (const instruction of DockerfileParser.parse(
    await readFile(join(context, 'Dockerfile'), 'utf8'),
  ).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') {
      const name = argumentsOf(instruction)[2] ?? 'last';
      stage = emptyStage(name, folder);
      stages.set(name, stage);
      await mkdir(stage.root);
      continue;
    }
    await carryOut(instruction, stage, { context, ignored, stages });
  }
  return stage;
}

const emptyStage = (name: string, folder: string): Stage => ({
  root: join(folder, name),
  workingFolder: join(folder, name),
  environment: {},
  entryPoint: [],
  command: [],
  healthCheck: [],
});

interface Sources {
  readonly context: string;
  readonly ignored: readonly string[];
  readonly stages: ReadonlyMap<string, Stage>;
}

async function carryOut(instruction: Instruction, stage: Stage, sources: Sources): Promise<void> {
  const words = argumentsOf(instruction);
  switch (instruction.getKeyword()) {
    case 'WORKDIR':
      stage.workingFolder = within(stage, words[0] ?? '/');
      await mkdir(stage.workingFolder, { recursive: true });
      return;
    case 'ENV':
      for (const word of words) stage.environment[word.slice(0, word.indexOf('='))] = word.slice(word.indexOf('=') + 1);
      return;
    case 'RUN':
      await promisify(execFile)('sh', ['-c', instruction.getArgumentsContent() ?? ''], { cwd: stage.workingFolder });
      return;
    case 'COPY':
      return copy(instruction, words, stage, sources);
    case 'ENTRYPOINT':
      stage.entryPoint = stringsOf(instruction).map((word) => (word.startsWith('/') ? within(stage, word) : word));
      return;
    case 'CMD':
      stage.command = stringsOf(instruction);
      return;
    case 'HEALTHCHECK':
      stage.healthCheck = JSON.parse(/\[.*/s.exec(instruction.getArgumentsContent() ?? '')?.[0] ?? '[]');
      return;
    case 'USER':
    case 'EXPOSE':
      return;
    default:
      throw new Error(`this test does not know ${instruction.getKeyword()}`);
  }
}

async function copy(
  instruction: Instruction,
  words: readonly string[],
  stage: Stage,
  { context, ignored, stages }: Sources,
): Promise<void> {
  const from = flagOf(instruction, 'from');
  const source = from === undefined ? undefined : stages.get(from);
  const to = within(stage, words.at(-1) ?? '.');
  for (const word of words.slice(0, -1)) {
    const path = source ? within(source, word) : join(context, word);
    const isWhole = words.length === 2 && (await stat(path)).isDirectory();
    await cp(path, isWhole ? to : join(to, basename(path)), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (each) => source !== undefined || !ignored.some((name) => each === join(context, name)),
    });
  }
}

const within = ({ root, workingFolder }: Stage, path: string): string =>
  path.startsWith('/') ? join(root, path) : resolve(workingFolder, path);

const argumentsOf = (instruction: Instruction): readonly string[] =>
  instruction.getArguments().map((argument) => argument.getValue());

const isCopy = (instruction: Instruction): instruction is Copy => instruction.getKeyword() === 'COPY';
const hasStrings = (instruction: Instruction): instruction is JSONInstruction => 'getJSONStrings' in instruction;

const flagOf = (instruction: Instruction, name: string): string | undefined =>
  isCopy(instruction)
    ? (instruction
        .getFlags()
        .find((flag) => flag.getName() === name)
        ?.getValue() ?? undefined)
    : undefined;

const stringsOf = (instruction: Instruction): readonly string[] =>
  hasStrings(instruction) ? instruction.getJSONStrings().map((text) => text.getJSONValue()) : [];
