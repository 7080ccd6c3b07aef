/** What is common to the URLs of buckets. */
import { StoreError } from './store.ts';

export const FORMS = 'a path, file:///path, s3://bucket/prefix or memory:';

export function parseUrl(url: string): URL {
  if (!URL.canParse(url)) throw badUrl(`it is no URL; expected ${FORMS}`);
  return new URL(url);
}

export const badUrl = (reason: string): StoreError => new StoreError(`bad bucket URL: ${reason}`, { retryable: false });
