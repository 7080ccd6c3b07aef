/** Messages to bytes, bytes to messages, and what Envoy would refuse about them. */
import type { Messages } from './generated/types.ts';
import { recall, remember, type Memo } from './memo.ts';
import { readMessage } from './read.ts';
import { findMessageType, type MessageType } from './registry.ts';
import { startRun, type Run, type Violation } from './run.ts';
import { Reader } from './wire/reader.ts';
import { writeMessage } from './write.ts';

/** The full name of a message, for example `envoy.config.route.v3.Route`. */
export type MessageName = keyof Messages;

/**
 * The message in protobuf's binary format, the same bytes for the same meaning: fields in ascending order of their
 * numbers, maps sorted by key.
 *
 * Do not change the bytes if a memo is given; it hands them out again.
 *
 * @throws {MalformedMessageError} if the message is not of that type, which the types do not allow. Rules are not
 *   checked: see {@link violations}.
 */
export function encode<K extends MessageName>(typeName: K, message: Messages[K], memo?: Memo): Uint8Array<ArrayBuffer> {
  const type = messageType(typeName);
  const known = memo && recall(memo, type, message);
  if (known) return known.bytes;
  const run = walk(type, message, 'structure', memo);
  if (run.violations.length > 0) throw new MalformedMessageError(typeName, run.violations);
  return bytesOf(run, type, message);
}

/**
 * The message that the bytes hold, in canonical form: see {@link canonical}.
 *
 * @throws {WireError} if the bytes are no such message, or hold a field or an `Any` that the table does not know.
 */
export function decode<K extends MessageName>(typeName: K, bytes: Uint8Array): Messages[K];
export function decode(typeName: MessageName, bytes: Uint8Array): unknown {
  return readMessage(messageType(typeName), new Reader(bytes));
}

/**
 * The same message written in the one way that ProtoJSON prefers: `@type` first, fields in the order of their
 * numbers, map keys sorted, 64-bit integers as strings, defaults that cannot be told from absence left out.
 *
 * @throws {MalformedMessageError} as {@link encode}.
 */
export const canonical = <K extends MessageName>(typeName: K, message: Messages[K]): Messages[K] =>
  decode(typeName, encode(typeName, message));

/** The canonical message as indented JSON, ending in a line break. The same text for the same meaning. */
export const print = <K extends MessageName>(typeName: K, message: Messages[K]): string =>
  `${JSON.stringify(canonical(typeName, message), null, 2)}\n`;

/**
 * Everything about a message that Envoy's API does not allow, including what its `Any`s hold: wrong types, unknown
 * and deprecated fields, and every `validate` rule. Empty if it is fine, as far as the API tells; Envoy also checks
 * things that the API does not state.
 *
 * With a memo, parts that were found to be fine before are not looked at again, and a later {@link encode} of the
 * same object has nothing left to do.
 */
export function violations(typeName: MessageName, message: object, memo?: Memo): readonly Violation[] {
  const type = messageType(typeName);
  if (memo && recall(memo, type, message)?.isChecked) return [];
  const run = walk(type, message, 'structure and rules', memo);
  if (memo && run.violations.length === 0) bytesOf(run, type, message);
  // The walk goes from the last field to the first.
  return run.violations.reverse();
}

/** Whether the table has a message of that full name. */
export const isMessageName = (name: string): name is MessageName => {
  const type = findMessageType(name);
  return type !== undefined && !type.wellKnown && !type.isAny;
};

/** A message is not of the type that it is given out as. */
export class MalformedMessageError extends Error {
  override readonly name = 'MalformedMessageError';
  readonly violations: readonly Violation[];

  constructor(typeName: string, found: readonly Violation[]) {
    super(`${typeName}: ${found.map(({ path, message }) => `${path || 'it'} ${message}`).join('; ')}`);
    this.violations = found;
  }
}

function messageType(name: string): MessageType {
  const type = findMessageType(name);
  if (!type) throw new Error(`the table has no message ${name}`);
  return type;
}

type Depth = 'structure' | 'structure and rules';

function walk(type: MessageType, message: object, depth: Depth, memo: Memo | undefined): Run {
  const run = startRun(depth === 'structure and rules', memo);
  writeMessage(run, type, message);
  return run;
}

/** What the run wrote. If there is a memo, a copy is in it already, or is put there. */
function bytesOf({ writer, memo, checksRules }: Run, type: MessageType, message: object): Uint8Array<ArrayBuffer> {
  const known = memo && recall(memo, type, message);
  if (known && (known.isChecked || !checksRules)) return known.bytes;
  const bytes = writer.copyOf(writer.length);
  if (memo) remember(memo, type, message, { bytes, isChecked: checksRules });
  return bytes;
}
