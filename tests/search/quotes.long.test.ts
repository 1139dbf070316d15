import { withdrawIssue } from '@broadsheet/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { paper } from './paper.js';

/** More than a block of documents, which is made on the way, so that some are in it and some wait. */
const ISSUES = 270;

const VERIFY = 'query V($text: String!) { verifyQuote(text: $text) { issue { slug } } }';

describe.each(DATABASES)('quotes from hundreds of issues on $kind', (kind) => {
  let room: Newsroom;
  const ids: string[] = [];
  beforeAll(async () => {
    room = await openNewsroom(kind);
    for (let number = 1; number <= ISSUES; number++) {
      const day = new Date(Date.UTC(2031, 0, number)).toISOString().slice(0, 10);
      const body = `The keeper of light ${number} counted ${number * 7} ships and wrote them down.`;
      const { issueId } = await room.ingest({
        document: paper(number, day, [{ title: 'Ships', body }]),
        publish: true,
      });
      ids.push(issueId);
    }
  }, 120_000);
  afterAll(() => room.close());

  const slugOf = async (text: string): Promise<unknown> => room.data(VERIFY, { text });
  const found = (slug: number) => ({ verifyQuote: { issue: { slug: String(slug) } } });

  it.each([1, 17, 255, 256, 257, ISSUES])('are found in issue %i', async (number) => {
    expect(await slugOf(`light ${number} counted ${number * 7} ships`)).toEqual(found(number));
    expect(await slugOf(`${number} counted ${number * 7}`)).toEqual(found(number));
    expect(await slugOf(`ight ${number} counted ${number * 7} shi`)).toEqual(found(number));
    expect(await slugOf(`light ${number} counted ${number * 7 + 1} ships`)).toEqual({ verifyQuote: null });
  });

  it('are told from the newest issue that has them', async () => {
    expect(await slugOf('ships and wrote them down')).toEqual(found(ISSUES));
  });

  it('are found no more where their issue was withdrawn', async () => {
    for (const number of [17, ISSUES]) {
      await withdrawIssue(room.database, { id: ids[number - 1] ?? '' });
      expect(await slugOf(`light ${number} counted ${number * 7} ships`)).toEqual({ verifyQuote: null });
    }
  });
});
