/** The relay's log: one JSON object a line, or one line for people. */
import { pino, type Logger } from 'pino';

export type Log = Logger;
export type LogFormat = 'json' | 'text';
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';

export const LOG_FORMATS: readonly LogFormat[] = ['json', 'text'];
export const LOG_LEVELS: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];

export interface LogOptions {
  /** Default `json`. */
  readonly format?: LogFormat;
  /** The least severe level that is written; default `info`. */
  readonly level?: LogLevel;
  /** Takes each line, its line break included; default: standard error. */
  readonly write?: (line: string) => void;
}

/**
 * Opens a log. Secrets reach it, if at all, as `Redacted` values, which print as `[redacted]`.
 */
export function createLog({ format = 'json', level = 'info', write = writeToStderr }: LogOptions = {}): Log {
  const render = format === 'json' ? write : (line: string) => write(toText(line));
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: render },
  );
}

const writeToStderr = (line: string): void => void process.stderr.write(line);

/**
 * A JSON line as a person reads it, for example
 * `12:00:01.250 info  serving a bundle gateway=default/edge source=bucket`.
 *
 * Some of its words are Envoy's or of whoever connects, so control characters are written out: none of them can begin
 * another line, or speak to a terminal.
 */
export function toText(line: string): string {
  const { time, level, msg, ...fields } = parse(line);
  const clock = String(time).slice(11, 23);
  const pairs = Object.entries(fields).map(([name, value]) => `${name}=${renderValue(value)}`);
  const text = [clock, String(level).padEnd(5), String(msg ?? ''), ...pairs].join(' ');
  return `${text.replace(/\p{Control}/gu, writeOut)}\n`;
}

/** Lines are pino's own, and so JSON objects. */
const parse = (line: string): Readonly<Record<string, unknown>> => JSON.parse(line);

const renderValue = (value: unknown): string =>
  typeof value === 'string' && /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value);

const writeOut = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
