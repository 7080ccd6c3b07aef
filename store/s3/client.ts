/** The SDK's client, set up for small objects that somebody waits for. */
import { S3Client } from '@aws-sdk/client-s3';
import type { S3StoreOptions } from '../s3.ts';

/** Tries of one request, the first included; the SDK waits longer and longer between them. */
const ATTEMPTS = 4;
const CONNECT_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 30_000;
const SOCKETS = 50;

/** Where the server does not care about regions, a signature still needs one. */
const ANY_REGION = 'us-east-1';

export function createClient({ endpoint, region, pathStyle, credentials }: S3StoreOptions): S3Client {
  silenceNodeVersionWarning();
  const regionOrAny = region ?? (endpoint === undefined ? undefined : ANY_REGION);
  return new S3Client({
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(regionOrAny === undefined ? {} : { region: regionOrAny }),
    ...(credentials === undefined ? {} : { credentials }),
    forcePathStyle: pathStyle ?? false,
    maxAttempts: ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets: SOCKETS },
      httpsAgent: { maxSockets: SOCKETS },
    },
  });
}

/**
 * The SDK tells every process on Node 20 that a later SDK will not support it. Our users cannot choose our SDK, so this
 * is for us to know; whoever sets the variable otherwise sees the warning.
 * Source: https://github.com/aws/aws-sdk-js-v3#nodejs-versions
 */
function silenceNodeVersionWarning(): void {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
}
