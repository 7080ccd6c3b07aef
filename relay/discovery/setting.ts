/** Reads what a document says of its source; a manifest may come from anywhere. */
import type { DiscoveryReference } from '../../compiler/discovered.ts';

export function settingOf({ source }: DiscoveryReference, key: string): string | undefined {
  const value = Object.hasOwn(source, key) ? source[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

export function numberOf({ source }: DiscoveryReference, key: string): number | undefined {
  const value = Object.hasOwn(source, key) ? source[key] : undefined;
  return typeof value === 'number' ? value : undefined;
}

export function listOf({ source }: DiscoveryReference, key: string): readonly string[] {
  const value = Object.hasOwn(source, key) ? source[key] : undefined;
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
