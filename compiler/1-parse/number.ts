/** Whether a number in a text is the number that JavaScript makes of it. */

/**
 * @param source as it stands in the text: decimal, or hexadecimal and octal as in YAML
 * @returns false when digits got lost, the number became infinite or zero, or is not a number at all
 */
export const isExact = (source: string, value: number): boolean => {
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
