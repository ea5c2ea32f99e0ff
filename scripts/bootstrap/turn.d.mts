export function takeTurn<T>(root: string, work: () => Promise<T>): Promise<T>;
