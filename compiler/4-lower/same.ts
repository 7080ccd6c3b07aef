/** Whether two messages, or parts of them, say the same. Parts that are the same object are not looked into. */
export function sameMessage(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameItems(a, b);
  return isObject(a) && isObject(b) && sameFields(a, b);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => sameMessage(item, b[index]));

function sameFields(a: object, b: object): boolean {
  const keys = Object.keys(a);
  const sameField = (key: string) => Object.hasOwn(b, key) && sameMessage(Reflect.get(a, key), Reflect.get(b, key));
  return keys.length === Object.keys(b).length && keys.every(sameField);
}
