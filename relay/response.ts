/** A response on its way: written once, whatever the number of streams that get it. */
import type { Entry } from '../compiler/5-pack/read.ts';
import type { Protocol } from './ads-server.ts';
import { nameSet, type NameSet } from './name-set.ts';
import { withNonce, writeDeltaBody, writeSotwBody } from './wire/response.ts';

export interface Response {
  readonly typeUrl: string;
  readonly version: string;
  readonly entries: readonly Entry[];
  /** Names; delta only. */
  readonly removed: readonly string[];
  /** The names of its entries. */
  names(): NameSet;
  /** The encoded message. Streams that get the same nonce share it. */
  bytes(nonce: string): Buffer;
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
  let latest: { readonly nonce: string; readonly message: Buffer; readonly bodyLength: number } | undefined;
  return {
    ...content,
    names: () => (names ??= nameSet(entries.map(({ name }) => name))),
    bytes(nonce) {
      if (latest?.nonce === nonce) return latest.message;
      const body = latest ? latest.message.subarray(0, latest.bodyLength) : write();
      latest = { nonce, message: withNonce(body, nonce), bodyLength: body.length };
      return latest.message;
    },
  };
}
