/** Where something stands in what a running Enroute has, for people who know it by its names alone. */
import type { RemarkPlace } from '../../compiler/adapt/index.ts';
import { isObject } from './json.ts';

const NAME = /^(proxy|service|route|upstream|filter|secret|globalconfig)_name$/;

/** `proxy gw, service shop, route cart`. @param dump what the places' pointers lead into */
export const placeByNames =
  (dump: unknown) =>
  ({ pointer }: Pick<RemarkPlace, 'pointer'>): string => {
    const names: string[] = [];
    let value = dump;
    for (const segment of pointer.split('/').slice(1)) {
      value = inside(value, segment.replaceAll('~1', '/').replaceAll('~0', '~'));
      names.push(...nameOf(value));
    }
    return names.length > 0 ? names.join(', ') : 'the answer';
  };

function inside(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function nameOf(value: unknown): readonly string[] {
  if (!isObject(value)) return [];
  const [named] = Object.entries(value).flatMap(([key, name]) => {
    const thing = NAME.exec(key)?.[1];
    return thing !== undefined && typeof name === 'string' ? [`${thing} ${name}`] : [];
  });
  return named === undefined ? [] : [named];
}
