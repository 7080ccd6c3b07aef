/**
 * One walk through a message that writes it and checks it.
 *
 * Both are one walk because they visit the same values, and the visiting is the greater part of the work. Bytes come
 * out in ascending order of field numbers with maps sorted by key, so that equal messages give equal bytes. The walk
 * itself goes the other way round, last field first: see `wire/writer.ts`.
 */
import type { Field } from './field.ts';
import { recall, remember, type Memo } from './memo.ts';
import { findMessageType, membersOf, type Members, type MessageType } from './registry.ts';
import { report, type Run } from './run.ts';
import { closeLengthDelimited, tagOf } from './wire/fields.ts';
import { shown } from './wire/shown.ts';
import { WIRE } from './wire/wire-type.ts';
import { writeField } from './write-field.ts';

type ObjectOfFields = Readonly<Record<string, unknown>>;

/** Writes the fields of a message, without tag and length before them. What is wrong is reported to the run. */
export function writeMessage(run: Run, type: MessageType, value: unknown): void {
  if (type.wellKnown) {
    const problem = type.wellKnown.write(run.writer, value);
    if (problem !== undefined) report(run, { rule: 'type', message: problem });
  } else if (!isObject(value)) {
    report(run, { rule: 'type', message: `expected an object, ${type.name}, got ${shown(value)}` });
  } else if (type.isAny) {
    writeAny(run, value);
  } else if (run.memo && type.isRemembered) {
    writeRemembered(run, run.memo, type, value);
  } else {
    writeFields(run, type, value);
  }
}

const isObject = (value: unknown): value is ObjectOfFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function writeRemembered(run: Run, memo: Memo, type: MessageType, message: ObjectOfFields): void {
  const known = recall(memo, type, message);
  if (known && (known.isChecked || !run.checksRules)) {
    run.writer.bytes(known.bytes);
    return;
  }
  const before = run.writer.length;
  const violationsBefore = run.violations.length;
  writeFields(run, type, message);
  if (run.violations.length > violationsBefore) return;
  remember(memo, type, message, { bytes: run.writer.copyOf(run.writer.length - before), isChecked: run.checksRules });
}

function writeFields(run: Run, type: MessageType, message: ObjectOfFields, isInAny?: 'in Any'): void {
  const members = membersOf(type);
  const present = presentFields(run, type, members, message, isInAny);
  for (const field of present) {
    run.path.push(field.name);
    writeField(run, field, message[field.name]);
    run.path.pop();
  }
  if (run.checksRules) checkRequirements(run, members, present);
}

/** The fields that the message sets, the last one first. */
function presentFields(
  run: Run,
  type: MessageType,
  { byName }: Members,
  message: ObjectOfFields,
  isInAny?: 'in Any',
): readonly Field[] {
  const present: Field[] = [];
  for (const key in message) {
    const field = byName.get(key);
    const value = message[key];
    if (value === undefined) continue;
    if (field) {
      if (value !== null || field.acceptsNull) insert(present, field);
    } else if (key !== '@type' || !isInAny) {
      report(run, { rule: 'unknown-field', message: `is not a field of ${type.name}` }, key);
    }
  }
  checkOneofs(run, present);
  return present;
}

/** Insertion sort: messages set few fields, and mostly in order. */
function insert(fields: Field[], field: Field): void {
  let at = fields.length;
  for (; at > 0; at--) {
    const before = fields[at - 1];
    if (before === undefined || before.number > field.number) break;
    fields[at] = before;
  }
  fields[at] = field;
}

function checkOneofs(run: Run, present: readonly Field[]): void {
  let seen = 0;
  for (const { oneof, name } of present) {
    if (oneof < 0) continue;
    if (seen & (1 << oneof)) {
      const other = present.find((field) => field.oneof === oneof);
      report(run, { rule: 'type', message: `cannot be set together with ${other?.name}` }, name);
    }
    seen |= 1 << oneof;
  }
}

function checkRequirements(run: Run, { requirements }: Members, present: readonly Field[]): void {
  for (const { fields, at, problem } of requirements) {
    if (!fields.some((field) => present.includes(field))) report(run, problem, at);
  }
}

/**
 * An Any holds a type URL (1) and the bytes of a message (2). In JSON its fields stand beside `@type`. One without a
 * type holds nothing, and its JSON is `{}`, or `EMPTY_ANY`.
 */
function writeAny(run: Run, value: ObjectOfFields): void {
  const { writer } = run;
  const typeUrl = value['@type'] ?? '';
  if (typeUrl === '' && Object.keys(value).every((key) => key === '@type')) return;
  if (typeof typeUrl !== 'string' || typeUrl === '') return report(run, { rule: 'type', message: 'has no "@type"' });
  const type = findMessageType(typeUrl.slice(typeUrl.lastIndexOf('/') + 1));
  if (!type || !typeUrl.includes('/')) {
    return report(run, { rule: 'type', message: `is no type URL of a known message: ${shown(typeUrl)}` }, '@type');
  }
  const before = writer.length;
  if (type.wellKnown || type.isAny) writeAnyValue(run, type, value);
  else writeFields(run, type, value, 'in Any');
  if (writer.length > before) closeLengthDelimited(writer, before, 2);
  writer.string(typeUrl);
  writer.varint(tagOf(1, WIRE.lengthDelimited));
}

/** Messages whose JSON is no object of fields stand in a property of their own. */
function writeAnyValue(run: Run, type: MessageType, any: ObjectOfFields): void {
  run.path.push('value');
  writeMessage(run, type, any.value);
  run.path.pop();
}
