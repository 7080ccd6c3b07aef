/** Where bundles and their readers find them; they stand outside since earlier stages need them too. */
export { digest, textDigest, textVersion, version } from '../hash.ts';
