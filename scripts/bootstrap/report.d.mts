export function report<T>(
  asResult: boolean,
  name: string,
  work: () => Promise<T>,
  note?: (result: T) => string,
): Promise<T>;
