/** A bundle's bytes back as messages, read the way an Envoy reads the responses that a relay splices from them. */
import type { Bundle, Requirement } from '../../compiler/index.ts';
import { blockBytes, readBlock } from '../../compiler/5-pack/read.ts';
import { decode } from '../../compiler/xds/index.ts';

export interface Unpacked {
  readonly name: string;
  /** With its `@type`. */
  readonly message: object;
  readonly requires: readonly Requirement[];
}

/** Every resource of a bundle, as a delta response and as a State-of-the-World response would hold it. */
export const unpack = ({ manifest, chunks }: Bundle): readonly Unpacked[] =>
  manifest.sections.flatMap(({ blocks }) =>
    blocks
      .flatMap((block) => readBlock(blockBytes(block, chunks)))
      .flatMap(({ name, resource, any, requires }): readonly Unpacked[] => {
        const delta = decode('envoy.service.discovery.v3.DeltaDiscoveryResponse', resource).resources ?? [];
        const whole = decode('envoy.service.discovery.v3.DiscoveryResponse', any).resources ?? [];
        const messages = [...delta.map((one) => one.resource), ...whole];
        return messages.map((message) => ({ name, message: message ?? {}, requires }));
      }),
  );
