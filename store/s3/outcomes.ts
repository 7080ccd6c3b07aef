/** What S3's answers to conditional requests mean, however they are sent. */
import { sameBytes } from '../../compiler/5-pack/bytes.ts';
import type { GetResult, PutResult } from '../store.ts';
import { attemptsOf, nameOf, statusOf } from './errors.ts';

/** 412: the condition does not hold. 404: nothing is there to match. 409: another write came between. */
export const isConflict = (error: unknown): boolean => [409, 412].includes(statusOf(error) ?? 0) || isAbsent(error);

/** A bucket that is absent also answers 404, but that is an error. */
export const isAbsent = (error: unknown): boolean => statusOf(error) === 404 && nameOf(error) !== 'NoSuchBucket';

/**
 * What became of a conditional write that met a conflict. An attempt whose answer was lost may have been the write that
 * stood in the way of the next attempt.
 */
export async function settleConflict(
  error: unknown,
  bytes: Uint8Array,
  get: () => Promise<GetResult>,
): Promise<PutResult> {
  if (attemptsOf(error) <= 1) return { status: 'conflict' };
  const found = await get();
  const isOurs = found.status === 'found' && sameBytes(found.bytes, bytes);
  return isOurs ? { status: 'written', etag: found.etag } : { status: 'conflict' };
}
