/** Where bundles and their readers find it; it stands outside since earlier stages need it too. */
export { canonicalBytes, canonicalJson } from '../canonical-json.ts';
