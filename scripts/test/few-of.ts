/** As many of these as given: the 171,000 names of GeoNames take the same way as a few, for much longer. */
export function* fewOf<T>(all: Iterable<T>, count: number): Generator<T> {
  let number = 0;
  for (const one of all) {
    if (number >= count) return;
    number += 1;
    yield one;
  }
}
