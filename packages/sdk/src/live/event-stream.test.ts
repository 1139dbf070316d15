import { describe, expect, it } from 'vitest';
import { isNetworkError } from '../errors/network-error.js';
import { serverEvents } from './event-stream.js';

/** An answer whose body comes in these pieces; it stays open where `ends` is false. */
function streamOf(pieces: readonly string[], ends = true): Response {
  return new Response(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
        if (ends) controller.close();
      },
    }),
  );
}

async function read(response: Response, silenceMs = 1_000) {
  const events = [];
  for await (const event of serverEvents(response, silenceMs)) if (event !== undefined) events.push(event);
  return events;
}

const TEXT = ':\n\nevent: next\ndata: {"a":\ndata: "ä"}\n\nid: 1\n\ndata:x\n\nevent: complete\ndata:\n\n';
const EVENTS = [
  { name: 'next', data: '{"a":\n"ä"}' },
  { name: 'message', data: 'x' },
  { name: 'complete', data: '' },
];

describe('serverEvents', () => {
  it.each([1, 2, 3, 7, 1_000])('reads events from pieces of %d characters', async (size) => {
    const pieces = Array.from({ length: Math.ceil(TEXT.length / size) }, (_, n) =>
      TEXT.slice(n * size, (n + 1) * size),
    );
    expect(await read(streamOf(pieces))).toEqual(EVENTS);
  });

  it('takes CRLF and CR for line ends too, also where a piece ends between the two', async () => {
    expect(await read(streamOf([TEXT.replaceAll('\n', '\r\n')]))).toEqual(EVENTS);
    expect(await read(streamOf([TEXT.replaceAll('\n', '\r')]))).toEqual(EVENTS);
    expect(await read(streamOf(Array.from(TEXT.replaceAll('\n', '\r\n'))))).toEqual(EVENTS);
  });

  it('leaves out an event that broke off', async () => {
    expect(await read(streamOf(['event: next\ndata: {"a"']))).toEqual([]);
  });

  it('rejects where nothing comes for too long', async () => {
    const error = await read(streamOf(['data: x\n\n'], false), 30).catch((reason: unknown) => reason);
    expect(isNetworkError(error)).toBe(true);
  });
});
