/** Writes and checks one field of a message: see `write.ts`. */
import type { Field } from './field.ts';
import type { MessageType } from './registry.ts';
import { report, type Run } from './run.ts';
import { closeLengthDelimited, sortKeys, tagOf } from './wire/fields.ts';
import { shown } from './wire/shown.ts';
import { stringCodec } from './wire/text.ts';
import { WIRE } from './wire/wire-type.ts';
import { writeMessage } from './write.ts';

/** Writes the field with its tags. The value is neither undefined nor a null that means absence. */
export function writeField(run: Run, field: Field, value: unknown): void {
  const before = run.writer.length;
  if (field.shape === 'single') writeSingle(run, field, value);
  else if (field.shape === 'map') writeMap(run, field, value);
  else writeList(run, field, value);
  if (field.deprecated && run.checksRules && run.writer.length > before) report(run, field.deprecated);
}

function writeSingle(run: Run, field: Field, value: unknown): void {
  const isOmitted = !field.hasPresence && field.scalar?.isZero(value) === true;
  if (isOmitted) checkValue(run, field, value);
  else if (writeValue(run, field, value)) run.writer.varint(field.tag);
}

function writeList(run: Run, field: Field, value: unknown): void {
  if (!Array.isArray(value)) return report(run, { rule: 'type', message: `expected an array, got ${shown(value)}` });
  const { writer, path } = run;
  const before = writer.length;
  for (let index = value.length - 1; index >= 0; index--) {
    path.push(index);
    if (writeValue(run, field, value[index]) && field.shape === 'list') writer.varint(field.tag);
    path.pop();
  }
  if (field.shape === 'packed' && value.length > 0) closeLengthDelimited(writer, before, field.number);
  checkCollection(run, field, value);
}

/** On the wire a map is a list of entries: messages of a key (1) and a value (2). */
function writeMap(run: Run, field: Field, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return report(run, { rule: 'type', message: `expected an object, got ${shown(value)}` });
  }
  for (const key of sortMapKeys(field, Object.keys(value)).reverse()) {
    const item: unknown = Reflect.get(value, key);
    if (item === undefined) continue;
    run.path.push({ key });
    writeEntry(run, field, key, item);
    run.path.pop();
  }
  checkCollection(run, field, value);
}

function sortMapKeys({ key: codec }: Field, keys: string[]): string[] {
  if (codec === stringCodec) return sortKeys(keys);
  const order = (key: string): bigint => (/^-?\d+$/.test(key) ? BigInt(key) : key === 'true' ? 1n : 0n);
  return keys.sort((left, right) => (order(left) < order(right) ? -1 : 1));
}

function writeEntry(run: Run, field: Field, key: string, value: unknown): void {
  const { writer } = run;
  const before = writer.length;
  if (!field.key || !writeValue(run, field, value)) return;
  writer.varint(tagOf(2, field.scalar?.wireType ?? WIRE.lengthDelimited));
  // In JSON every key is a string. Numbers are read from strings anyway, booleans are not.
  const problem = field.key.write(writer, field.key.zero === false ? key === 'true' : key);
  if (problem !== undefined) return report(run, { rule: 'type', message: `as a key: ${problem}` });
  writer.varint(tagOf(1, field.key.wireType));
  closeLengthDelimited(writer, before, field.number);
  checkKey(run, field, key);
}

/** Writes a value, a list's item or a map's value without its tag; answers whether it was well-formed. */
function writeValue(run: Run, field: Field, value: unknown): boolean {
  const isWellFormed = field.message ? writeNested(run, field, field.message, value) : writeScalar(run, field, value);
  if (isWellFormed) checkValue(run, field, value);
  return isWellFormed;
}

function writeScalar(run: Run, { scalar }: Field, value: unknown): boolean {
  const problem = scalar?.write(run.writer, value);
  if (problem !== undefined) report(run, { rule: 'type', message: problem });
  return problem === undefined;
}

function writeNested(run: Run, { checks }: Field, type: MessageType, value: unknown): boolean {
  const { writer, checksRules, violations } = run;
  const before = writer.length;
  const violationsBefore = violations.length;
  if (checks?.isSkipped) run.checksRules = false;
  writeMessage(run, type, value);
  run.checksRules = checksRules;
  writer.varint(writer.length - before);
  return violations.length === violationsBefore || !type.wellKnown;
}

function checkValue(run: Run, { checks }: Field, value: unknown): void {
  const problem = run.checksRules ? checks?.value?.(value) : undefined;
  if (problem) report(run, problem);
}

function checkKey(run: Run, { checks }: Field, key: string): void {
  const problem = run.checksRules ? checks?.key?.(key) : undefined;
  if (problem) report(run, { rule: problem.rule, message: `as a key, ${problem.message}` });
}

function checkCollection(run: Run, { checks }: Field, value: unknown): void {
  const problem = run.checksRules ? checks?.collection?.(value) : undefined;
  if (problem) report(run, problem);
}
