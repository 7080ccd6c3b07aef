/** Remembers what a pure function of two objects gave, for as long as both objects are there. */
export function memoizePair<A extends object, B extends object, R>(compute: (a: A, b: B) => R): (a: A, b: B) => R {
  const results = new WeakMap<A, WeakMap<B, { readonly result: R }>>();
  return (a, b) => {
    let ofFirst = results.get(a);
    if (!ofFirst) results.set(a, (ofFirst = new WeakMap()));
    let known = ofFirst.get(b);
    if (!known) ofFirst.set(b, (known = { result: compute(a, b) }));
    return known.result;
  };
}
