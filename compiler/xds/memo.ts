/**
 * Remembers the bytes of messages by the identity of their objects, so that a compile which reuses most of its
 * objects encodes and checks only the new ones.
 *
 * An object that has been encoded or checked with a memo must never be changed afterwards.
 */
import type { MessageType } from './registry.ts';

export interface Memo {
  /** By message type, since one object (an empty one, say) may stand for messages of several. */
  readonly entries: Map<MessageType, WeakMap<object, MemoEntry>>;
}

export interface MemoEntry {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The rules were checked, and hold. */
  readonly isChecked: boolean;
}

/** An empty memo. It keeps no object alive: what nobody else refers to is forgotten. */
export const createMemo = (): Memo => ({ entries: new Map() });

export function recall(memo: Memo, type: MessageType, message: object): MemoEntry | undefined {
  return memo.entries.get(type)?.get(message);
}

export function remember(memo: Memo, type: MessageType, message: object, entry: MemoEntry): void {
  let ofType = memo.entries.get(type);
  if (!ofType) memo.entries.set(type, (ofType = new WeakMap()));
  ofType.set(message, entry);
}
