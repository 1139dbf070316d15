import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Given } from '../../editorial/records.js';
import { readDocument } from '../read-document.js';
import { ReadingThread } from './reading-thread.js';

const TEXT = `Lamps come south (Issue 12) (2032.01.21)
One Week in Lanternport
Latest News
1. Lamps come south
Starting February 4, 2032, the Museum of Light Lanternport (MLL) will show forty lamps in a new exhibition.
Source: MLL
`;
const MARKDOWN = '---\ntitle: Lamps\n---\n\n## News\n\n- [Lamps](https://lamps.example/1) come south\n';

const task = (document: string, given: Given = {}) => ({ document, given, layout: null, searchedIn: null });

describe('a thread that reads', () => {
  let thread: ReadingThread;
  const start = async (): Promise<void> => {
    thread = new ReadingThread();
    await vi.waitFor(() => expect(thread.isReady).toBe(true), { timeout: 30_000 });
  };
  afterEach(() => thread.close());

  it('reads a document as it is read without one, whatever its format', { timeout: 60_000 }, async () => {
    await start();
    const markdown = { format: 'MARKDOWN', published_on: '2032-01-21' } as const;
    const [text, marked] = await Promise.all([thread.read(task(TEXT)), thread.read(task(MARKDOWN, markdown))]);
    expect(text.unpack()).toEqual(readDocument(TEXT, {}, null));
    expect(marked.unpack()).toEqual(readDocument(MARKDOWN, markdown, null));
    expect(text.unpack().reading.items).toHaveLength(1);
    expect(thread.waiting).toBe(0);
  });

  it('fails with the reason where a document cannot be read, and reads the next', { timeout: 60_000 }, async () => {
    await start();
    await expect(thread.read({ ...task(TEXT), layout: 'no-such-layout' })).rejects.toThrow('no-such-layout');
    expect((await thread.read(task(TEXT))).unpack()).toEqual(readDocument(TEXT, {}, null));
  });

  it('leaves what it has not read when it ends to the process', { timeout: 60_000 }, async () => {
    await start();
    const reading = thread.read(task(TEXT));
    await thread.close();
    expect(thread.isReady).toBe(false);
    expect((await reading).unpack()).toEqual(readDocument(TEXT, {}, null));
  });
});
