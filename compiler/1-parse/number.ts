/** Whether a number in a text is the number that JavaScript makes of it. */

/** Which numbers pass: those alone that are what the text says, or whatever finite number comes nearest to it. */
export type Numbers = 'exact' | 'nearest';

/** @param source as it stands in the text: decimal, or hexadecimal and octal as in YAML */
export const isAccepted = (source: string, value: number, numbers: Numbers): boolean =>
  numbers === 'nearest' ? Number.isFinite(value) : isExact(source, value);

/** False when digits got lost, the number became infinite or zero, or is not a number at all. */
const isExact = (source: string, value: number): boolean => {
  if (!Number.isFinite(value)) return false;
  if (INTEGER.test(source)) return BigInt(source) === BigInt(value);
  const digits = significantDigits(source);
  return digits <= SAFE_DIGITS && (value !== 0 || digits === 0);
};

const INTEGER = /^([-+]?\d+|0x[\da-f]+|0o[0-7]+)$/i;

/** Every decimal of so many digits is told apart from its neighbours by a double (IEEE 754, binary64). */
const SAFE_DIGITS = 17;

const significantDigits = (source: string) =>
  source.replace(/e.*$/i, '').replaceAll(/[^\d]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
