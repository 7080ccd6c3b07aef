/** What is wrong with messages, short enough to compare. */
import { violations, type MessageName } from '../../compiler/xds/index.ts';

/** What is wrong with the message, one line each: `path: rule`. */
export const broken = (typeName: MessageName, message: object): readonly string[] =>
  violations(typeName, message).map(({ path, rule }) => `${path}: ${rule}`);

/** What is wrong with one field of a message that may have other things wrong with it. */
export function brokenField(typeName: MessageName, field: string, value: unknown): readonly string[] {
  const all = violations(typeName, { [field]: value });
  return all.filter(({ path }) => path.startsWith(field)).map(({ rule }) => rule);
}
