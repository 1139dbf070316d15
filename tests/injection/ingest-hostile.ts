import { addPublication, isStoreError } from '@broadsheet/store';
import type { Newsroom } from '../newsroom.js';
import { hostileDocuments } from './hostile-documents.js';
import { SCRIPT_TEXTS } from './payloads.js';

/** Stores and publishes hostile documents, every `step`-th of them. Returns how many were taken; others are refused as no documents. */
export async function ingestHostile(room: Newsroom, step = 1): Promise<number> {
  await addPublication(room.database, {
    slug: 'hostile',
    title: SCRIPT_TEXTS.map((write, index) => write(9_000 + index)).join(' '),
    timeZone: 'UTC',
  });
  let taken = 0;
  for (const { format, slug, text } of hostileDocuments().filter((_, index) => index % step === 0)) {
    try {
      await room.ingest({ document: text, format, slug, publishedOn: '2027-03-17', publish: true }, 'hostile');
      taken += 1;
    } catch (error) {
      if (!isStoreError(error)) throw error;
    }
  }
  return taken;
}
