/**
 * Reads the XML that S3 answers with. Keys come percent-encoded and nothing else in it is anybody's text, so that the few
 * elements of interest can be taken out as they stand.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
import type { ListedObject } from '../store.ts';

export interface Listing {
  readonly objects: readonly ListedObject[];
  /** Gives the next page. */
  readonly nextToken: string | undefined;
}

export function readListing(xml: string): Listing {
  const isEncoded = textOf(xml, 'EncodingType') === 'url';
  const objects = [...xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].map(([, object = '']) => {
    const key = textOf(object, 'Key') ?? '';
    return {
      key: isEncoded ? decodeURIComponent(key.replaceAll('+', ' ')) : key,
      etag: textOf(object, 'ETag') ?? '',
      size: Number(textOf(object, 'Size') ?? 0),
      modified: Date.parse(textOf(object, 'LastModified') ?? '') || 0,
    };
  });
  return { objects, nextToken: textOf(xml, 'NextContinuationToken') };
}

/** The code of an error, such as `NoSuchKey`. */
export const readErrorCode = (xml: string): string | undefined => textOf(xml, 'Code');

const textOf = (xml: string, element: string): string | undefined => {
  const [, text] = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml) ?? [];
  return text?.replaceAll(/&(lt|gt|quot|apos|amp|#\d+|#x[\da-fA-F]+);/g, (_, entity: string) => characterOf(entity));
};

const ENTITIES = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
]);

const characterOf = (entity: string): string =>
  ENTITIES.get(entity) ??
  String.fromCodePoint(Number(entity.startsWith('#x') ? `0x${entity.slice(2)}` : entity.slice(1)));
