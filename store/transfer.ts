/** How much went between us and the bucket. */
export interface Transfer {
  readonly objects: number;
  readonly bytes: number;
}

/** How many objects travel at once. */
export const PARALLEL = 16;

export const transferOf = (objects: readonly Uint8Array[]): Transfer => ({
  objects: objects.length,
  bytes: objects.reduce((sum, bytes) => sum + bytes.length, 0),
});
