/** How long certificates are good for, as it is reported. Pure. */
import type { Validity } from './check.ts';

export type Expiry = 'valid' | 'about to expire' | 'expired' | 'not valid yet';

export function expiryOf(validity: Validity, now: number): Expiry {
  if (now < validity.notBefore) return 'not valid yet';
  if (now >= validity.notAfter) return 'expired';
  return now >= warnedFrom(validity) ? 'about to expire' : 'valid';
}

/** From when on it is about to expire, in milliseconds since the epoch: two weeks before, or a quarter of a shorter life. */
export const warnedFrom = ({ notBefore, notAfter }: Validity): number =>
  notAfter - Math.min(14 * DAY_MS, (notAfter - notBefore) / 4);

const DAY_MS = 24 * 60 * 60 * 1000;

/** When {@link expiryOf} gives something else at the earliest, in milliseconds since the epoch; nothing: never. */
export const nextExpiry = (validity: Validity, now: number): number | undefined =>
  [validity.notBefore, warnedFrom(validity), validity.notAfter].find((time) => time > now);

/** Why a certificate that is read anew must not take the place of this one: it is of no use now, and this one is. */
export function uselessNow(before: Validity | undefined, next: Validity | undefined, now: number): string | undefined {
  if (!before || !next || !isInForce(before, now) || isInForce(next, now)) return undefined;
  return now < next.notBefore
    ? `its certificate is not valid before ${new Date(next.notBefore).toISOString()}`
    : `its certificate has been expired since ${new Date(next.notAfter).toISOString()}`;
}

const isInForce = ({ notBefore, notAfter }: Validity, now: number): boolean => notBefore <= now && now < notAfter;
