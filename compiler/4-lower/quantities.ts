/** Durations, sizes and percentages in Envoy's notation. */
import { bytes, milliseconds } from '../2-validate/formats/quantity.ts';
import type { Messages } from '../xds/index.ts';

export { bytes, milliseconds };

/** A duration such as `1h30m` as ProtoJSON has it: `5400s`. */
export function duration(text: string): `${number}s` {
  const whole = milliseconds(text) / 1000;
  return `${Number(whole.toFixed(9))}s`;
}

/** A duration in whole seconds. */
export const wholeSeconds = (text: string): number => Math.round(milliseconds(text) / 1000);

/** A percentage, exact to a ten-thousandth. */
export const fraction = (percentage: number): Messages['envoy.type.v3.FractionalPercent'] =>
  Number.isInteger(percentage)
    ? { numerator: percentage, denominator: 'HUNDRED' }
    : { numerator: Math.round(percentage * 10_000), denominator: 'MILLION' };

/** Every request: for settings that Envoy wants as a share. */
export const always: Messages['envoy.config.core.v3.RuntimeFractionalPercent'] = {
  default_value: { numerator: 100, denominator: 'HUNDRED' },
};

/** No request. */
export const never: Messages['envoy.config.core.v3.RuntimeFractionalPercent'] = {
  default_value: { numerator: 0, denominator: 'HUNDRED' },
};
