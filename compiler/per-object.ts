/**
 * Makes a function remember, by the identity of its argument, what it gave; objects that are gone are forgotten.
 *
 * For pure functions of one object that nobody changes.
 */
export function perObject<K extends object, V>(make: (object: K) => V): (object: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (object) => {
    const known = made.get(object);
    if (known) return known.value;
    const value = make(object);
    made.set(object, { value });
    return value;
  };
}
