/** `double` and `float`. JSON has no NaN and no infinities, so these three are strings. */
import type { ScalarCodec, ScalarJson } from './scalars.ts';
import { shown } from './shown.ts';
import { WIRE } from './wire-type.ts';

export const doubleCodec: ScalarCodec = {
  wireType: WIRE.fixed64,
  zero: 0,
  isZero: (value) => Object.is(value, 0),
  write(writer, value) {
    const number = parse(value);
    if (number === undefined) return `expected double, got ${shown(value)}`;
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, number, true);
    writer.bytes(new Uint8Array(view.buffer));
    return undefined;
  },
  read: (reader) => canonical(reader.double()),
};

export const floatCodec: ScalarCodec = {
  wireType: WIRE.fixed32,
  zero: 0,
  isZero: (value) => Object.is(value, 0),
  write(writer, value) {
    const number = parse(value);
    const isTooLarge = Number.isFinite(number) && !Number.isFinite(Math.fround(number ?? 0));
    if (number === undefined || isTooLarge) return `expected float, got ${shown(value)}`;
    const view = new DataView(new ArrayBuffer(4));
    view.setFloat32(0, number, true);
    writer.bytes(new Uint8Array(view.buffer));
    return undefined;
  },
  read: (reader) => canonical(shortest(reader.float())),
};

function parse(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && SPECIAL.has(value) ? Number(value) : undefined;
}

const SPECIAL: ReadonlySet<string> = new Set(['NaN', 'Infinity', '-Infinity']);

const canonical = (value: number): ScalarJson => (Number.isFinite(value) ? value : String(value));

/** The number of fewest digits that is this float when rounded: 0.1, not 0.10000000149011612. */
function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return value;
}
