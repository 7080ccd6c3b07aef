/** Rules over ordered values: numbers of all kinds, and durations. */
import { parseDuration } from '../well-known/duration.ts';
import { checkThat, type Check, type RuleSettings } from './check.ts';

/** How values of one kind are read from JSON and ordered. */
interface Order<T> {
  parse(json: unknown): T;
  compare(left: T, right: T): number;
}

const NUMBERS: Order<number> = { parse: Number, compare: (left, right) => left - right };

const BIG_INTEGERS: Order<bigint> = {
  parse: (json) => BigInt(String(json)),
  compare: (left, right) => (left < right ? -1 : left > right ? 1 : 0),
};

const DURATIONS: Order<{ seconds: number; nanos: number }> = {
  parse: (json) => parseDuration(json) ?? { seconds: NaN, nanos: NaN },
  compare: (left, right) => left.seconds - right.seconds || left.nanos - right.nanos,
};

export const numberChecks = (kind: string, settings: RuleSettings): Check[] =>
  kind.endsWith('64') ? orderedChecks(kind, settings, BIG_INTEGERS) : orderedChecks(kind, settings, NUMBERS);

export const durationChecks = (settings: RuleSettings): Check[] => orderedChecks('duration', settings, DURATIONS);

/** A limit: `gte: 200` holds for 200 and above. */
interface Bound {
  readonly name: string;
  readonly text: string;
  readonly holds: (json: unknown) => boolean;
}

function orderedChecks<T>(kind: string, settings: RuleSettings, order: Order<T>): Check[] {
  const bound = (name: keyof typeof BOUNDS): Bound[] => {
    if (settings[name] === undefined) return [];
    const limit = order.parse(settings[name]);
    const { words, holds } = BOUNDS[name];
    const text = `${words} ${String(settings[name])}`;
    return [{ name, text, holds: (json) => holds(order.compare(order.parse(json), limit)) }];
  };
  const bounds = [...bound('gt'), ...bound('gte'), ...bound('lt'), ...bound('lte')];
  return [...boundChecks(kind, bounds, isInverted(settings, order)), ...choiceChecks(kind, settings, order)];
}

const BOUNDS = {
  gt: { words: 'more than', holds: (difference: number) => difference > 0 },
  gte: { words: 'at least', holds: (difference: number) => difference >= 0 },
  lt: { words: 'less than', holds: (difference: number) => difference < 0 },
  lte: { words: 'at most', holds: (difference: number) => difference <= 0 },
};

/** Where the lower limit lies above the upper one, a value must be outside: below the one or above the other. */
function isInverted<T>({ gt, gte, lt, lte }: RuleSettings, order: Order<T>): boolean {
  const [lower, upper] = [gt ?? gte, lt ?? lte];
  return lower !== undefined && upper !== undefined && order.compare(order.parse(lower), order.parse(upper)) > 0;
}

function boundChecks(kind: string, bounds: readonly Bound[], inverted: boolean): Check[] {
  if (!inverted) {
    return bounds.map(({ name, text, holds }) => checkThat(`${kind}.${name}`, `must be ${text}`, holds));
  }
  const message = `must be ${bounds.map(({ text }) => text).join(' or ')}`;
  return [checkThat(`${kind}.range`, message, (json) => bounds.some(({ holds }) => holds(json)))];
}

function choiceChecks<T>(kind: string, settings: RuleSettings, order: Order<T>): Check[] {
  const among = (choices: readonly unknown[]): ((json: unknown) => boolean) => {
    const parsed = choices.map(order.parse);
    return (json) => parsed.some((choice) => order.compare(order.parse(json), choice) === 0);
  };
  const { const: only, in: allowed, not_in: refused } = settings;
  const checks: Check[] = [];
  if (only !== undefined) checks.push(checkThat(`${kind}.const`, `must be ${String(only)}`, among([only])));
  if (Array.isArray(allowed))
    checks.push(checkThat(`${kind}.in`, `must be one of ${allowed.join(', ')}`, among(allowed)));
  if (Array.isArray(refused)) {
    const isAmong = among(refused);
    checks.push(checkThat(`${kind}.not_in`, `must not be any of ${refused.join(', ')}`, (json) => !isAmong(json)));
  }
  return checks;
}
