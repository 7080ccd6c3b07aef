/** A response on its way: written once, whatever the number of streams that get it. */
import type { Entry } from '../compiler/5-pack/read.ts';
import type { Protocol } from './ads-server.ts';
import { frame, PREFIX_BYTES } from './grpc/frames.ts';
import { nameSet, type NameSet } from './name-set.ts';
import { nonceField, writeDeltaBody, writeSotwBody } from './wire/response.ts';

export interface Response {
  readonly typeUrl: string;
  readonly version: string;
  readonly entries: readonly Entry[];
  /** Names; delta only. */
  readonly removed: readonly string[];
  /** The names of its entries. */
  names(): NameSet;
  /** The encoded message, framed as gRPC sends it. Streams that get the same nonce share it. */
  frame(nonce: string): Buffer;
}

/** @param identifier `control_plane.identifier` */
export function createResponse(
  protocol: Protocol,
  identifier: string,
  content: Pick<Response, 'typeUrl' | 'version' | 'entries' | 'removed'>,
): Response {
  const { entries, removed } = content;
  const write = (): Buffer =>
    protocol === 'sotw'
      ? writeSotwBody({ ...content, identifier, resources: entries.map(({ any }) => any) })
      : writeDeltaBody({ ...content, identifier, resources: entries.map(({ resource }) => resource) }, removed);
  let names: NameSet | undefined;
  let latest: { readonly nonce: string; readonly frame: Buffer; readonly bodyEnd: number } | undefined;
  return {
    ...content,
    names: () => (names ??= nameSet(entries.map(({ name }) => name))),
    frame(nonce) {
      if (latest?.nonce === nonce) return latest.frame;
      const body = latest ? latest.frame.subarray(PREFIX_BYTES, latest.bodyEnd) : write();
      latest = { nonce, frame: frame([body, nonceField(nonce)]), bodyEnd: PREFIX_BYTES + body.length };
      return latest.frame;
    },
  };
}
