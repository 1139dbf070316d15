import { addPublication, ingestIssue, MIGRATIONS, migrate, openDatabase } from '@broadsheet/store';
import { type DatabaseState, stateOf } from './database-state.js';
import { PUBLICATION, type StreamFile } from './stream.js';

/** A database that takes the same documents and is never interrupted: what the other one must hold. */
export interface Undisturbed {
  /** The state after so many documents. */
  stateAfter(count: number): Promise<DatabaseState>;
  close(): Promise<void>;
}

/** Opens one in memory, with the stream's publication. */
export async function openUndisturbed(stream: readonly StreamFile[]): Promise<Undisturbed> {
  const database = await openDatabase({ kind: 'pglite-memory' });
  await migrate(database, MIGRATIONS);
  await addPublication(database, { slug: PUBLICATION, title: PUBLICATION });
  const states = [await stateOf(database)];
  return {
    async stateAfter(count) {
      for (const { document } of stream.slice(states.length - 1, count)) {
        await ingestIssue(database, { publication: PUBLICATION, document, publish: true });
        states.push(await stateOf(database));
      }
      const state = states[count];
      if (state === undefined) throw new Error(`The stream has no ${count} documents.`);
      return state;
    },
    close: () => database.close(),
  };
}
