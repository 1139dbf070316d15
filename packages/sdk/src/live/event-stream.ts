import { NetworkError } from '../errors/network-error.js';
import { isLimit } from '../transport/deadline.js';

/** One server-sent event. */
export interface ServerEvent {
  /** Value of `event:`, 'message' where there is none. */
  readonly name: string;
  /** The lines of `data:`. */
  readonly data: string;
}

/**
 * The events of a stream, as the HTML standard has them; undefined for a sign of life that is none, so that a silent stream can be told
 * from a quiet one. Rejects with NetworkError where the stream breaks off or stays silent for `silenceMs`.
 */
export async function* serverEvents(
  response: Response,
  silenceMs: number,
): AsyncGenerator<ServerEvent | undefined, void> {
  if (response.body === null) throw new NetworkError(response.url, new Error('The answer has no body.'));
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    while (true) {
      const { done, value } = await withinSilence(reader.read(), silenceMs, response.url);
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r\n\r\n|\n\n|\r\r/);
      rest = blocks.pop() ?? '';
      yield undefined;
      for (const block of blocks) {
        const event = readEvent(block);
        if (event !== undefined) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function withinSilence<T>(read: Promise<T>, silenceMs: number, url: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    if (isLimit(silenceMs)) timer = setTimeout(() => reject(new Error(`Nothing came for ${silenceMs} ms.`)), silenceMs);
  });
  try {
    return await Promise.race([read, silence]);
  } catch (cause) {
    throw new NetworkError(url, cause);
  } finally {
    clearTimeout(timer);
  }
}

function readEvent(block: string): ServerEvent | undefined {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
  }
  return data.length === 0 ? undefined : { name, data: data.join('\n') };
}
