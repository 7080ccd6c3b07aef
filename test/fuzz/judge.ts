/** Envoy's word on sets of documents: whatever the compiler accepts, Envoy must accept. */
import { validate } from '../../cli/local/run-envoy.ts';
import { compile } from '../../compiler/index.ts';
import { assemble, makeMaterial, type Material } from '../compiler/static-assembly.ts';
import { filesOf, type DocumentSet, type Edit } from './document-sets.ts';

/** A set that Envoy refuses. */
export interface Refusal {
  /** The fewest edits that still make Envoy refuse it. */
  readonly edits: readonly Edit[];
  /** Envoy's own words. */
  readonly words: string;
}

export interface Judge {
  readonly judge: (set: DocumentSet) => Promise<Refusal | undefined>;
}

/** @param binary path of an Envoy */
export async function createJudge(binary: string): Promise<Judge> {
  const material = await makeMaterial();
  return {
    judge: async ({ base, edits }) => {
      const words = await refusalOf(base, edits, { binary, material });
      return words === undefined ? undefined : shrink(base, edits, words, { binary, material });
    },
  };
}

interface Court {
  readonly binary: string;
  readonly material: Material;
}

/** Envoy's words on the first bundle that it refuses. A set that does not compile is none that it could refuse. */
async function refusalOf(base: readonly unknown[], edits: readonly Edit[], court: Court): Promise<string | undefined> {
  for (const bundle of compile(filesOf(base, edits)).bundles) {
    const { ok, output } = await validate(court.binary, assemble(bundle, court.material));
    if (!ok && !isBeyondUs(output)) return output;
  }
  return undefined;
}

/** What only the machine of an Envoy can tell: files that are there or not, and what is in them. */
export const isBeyondUs = (output: string): boolean => BEYOND_US.test(output);

const BEYOND_US =
  /Invalid path: |[Uu]nable to open (?:file|Maxmind)|Environment variable doesn't exist|Unable to create Wasm plugin|Could not find '[^']*' in the proto descriptor/;

/** Leaves out one edit after the other, as long as Envoy still refuses what is left. */
async function shrink(base: readonly unknown[], edits: readonly Edit[], words: string, court: Court): Promise<Refusal> {
  for (const place of edits.keys()) {
    const fewer = edits.toSpliced(place, 1);
    const stillWords = await refusalOf(base, fewer, court);
    if (stillWords !== undefined) return shrink(base, fewer, stillWords, court);
  }
  return { edits, words };
}
