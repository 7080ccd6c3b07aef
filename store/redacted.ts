/**
 * A value that must not be seen.
 *
 * However it is turned into text (template string, JSON, `console.log`, a logger's serializer), it reads `[redacted]`;
 * the value itself lives in a closure and comes out only through {@link Redacted.expose}, which is easy to search for.
 */
export interface Redacted<T> {
  /** The value. Call it where the value is used, never where it is passed on. */
  readonly expose: () => T;
  readonly toString: () => string;
  readonly toJSON: () => string;
}

/** What is read in place of a redacted value. */
export const REDACTED = '[redacted]';

const inspect = Symbol.for('nodejs.util.inspect.custom');

export function redact<T>(value: T): Redacted<T> {
  const hide = (): string => REDACTED;
  const redacted = { expose: () => value, toString: hide, toJSON: hide, [inspect]: hide };
  return Object.freeze(redacted);
}
