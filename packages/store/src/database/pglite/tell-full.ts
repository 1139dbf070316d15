/** Told of each write that found no room on the disk; `isLog` where it was one of the write-ahead log. */
export type OnFull = (isLog: boolean) => void;

/** ENOSPC and EDQUOT as the engine's file system numbers them. */
const NO_ROOM: readonly unknown[] = [51, 19];

/**
 * Has the file operations of the engine tell when a write finds no room. Of a table the engine says so itself; without its log it has no way
 * to go on, and instead of ending it spins for ever.
 */
export function tellFull(operations: object, onFull: OnFull): void {
  const write: unknown = Reflect.get(operations, 'write');
  if (typeof write !== 'function') throw new Error('PGlite has no file operation that writes.');
  Reflect.set(operations, 'write', (stream: object, ...rest: readonly unknown[]): unknown => {
    try {
      return Reflect.apply(write, operations, [stream, ...rest]);
    } catch (error) {
      if (isNoRoom(error)) onFull(String(Reflect.get(stream, 'path')).includes('/pg_wal/'));
      throw error;
    }
  });
}

function isNoRoom(error: unknown): boolean {
  return typeof error === 'object' && error !== null && NO_ROOM.includes(Reflect.get(error, 'errno'));
}
