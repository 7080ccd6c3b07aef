/** PEM, as far as keys need it. Source: RFC 7468. */

/** The bytes of each block of this label, in order; other blocks and text between them are left alone. */
export function pemBlocks(text: string, label: 'PRIVATE KEY' | 'PUBLIC KEY'): readonly Uint8Array<ArrayBuffer>[] {
  const blocks = text.matchAll(new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]*)-----END ${label}-----`, 'g'));
  return [...blocks].map(([, base64 = '']) => fromBase64(base64));
}

export function toPem(bytes: ArrayBuffer, label: 'PRIVATE KEY' | 'PUBLIC KEY'): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return `-----BEGIN ${label}-----\n${base64.replaceAll(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`;
}

/** Base64 that is none gives no bytes, which are no key either. */
function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0));
  } catch (error) {
    if (error instanceof DOMException) return new Uint8Array();
    throw error;
  }
}
