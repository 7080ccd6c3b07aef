/** Whether a text is standard base64 with padding, as protobuf's JSON has it. */
export const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

/** The base64 of `\0asm` and version 1, as far as whole characters hold it: with it every module begins. */
const MODULE = 'AGFzbQEAAA';

/** Whether a text is a WebAssembly module in base64, by its first bytes. */
export const isWasmModule = (text: string): boolean => text.startsWith(MODULE) && isBase64(text);
