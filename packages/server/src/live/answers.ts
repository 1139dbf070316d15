import { type ExecutionResult, GraphQLError } from 'graphql';
import { tooSlow } from './live-errors.js';

/** What the answers of one subscription are made with. */
export interface AnswersOptions {
  readonly events: AsyncIterator<unknown>;
  /** The answer to an event. */
  readonly render: (event: unknown) => Promise<ExecutionResult>;
  readonly stallMs: number;
  /** Cuts the connection. */
  readonly hangUp: () => void;
  readonly onEnded: () => void;
}

/**
 * The answers of one subscription. The next is asked for when the connection takes more; one that is not read for too long is told TOO_SLOW
 * if it goes on reading, and cut off if it does not.
 */
export class Answers implements AsyncIterableIterator<ExecutionResult> {
  readonly #options: AnswersOptions;
  #timer: NodeJS.Timeout | undefined;
  #isTooSlow = false;
  #ended = false;

  constructor(options: AnswersOptions) {
    this.#options = options;
  }

  async next(): Promise<IteratorResult<ExecutionResult>> {
    clearTimeout(this.#timer);
    if (this.#ended) return DONE;
    if (this.#isTooSlow) return this.#last(tooSlow(this.#options.stallMs));
    try {
      const event = await this.#options.events.next();
      if (event.done === true) return this.#end();
      const value = await this.#options.render(event.value);
      // Left meanwhile: a timer that is set now would be cleared by nobody.
      if (this.#ended) return DONE;
      this.#timer = setTimeout(this.#onStall, this.#options.stallMs).unref();
      return { done: false, value };
    } catch (error) {
      return this.#last(located(error));
    }
  }

  async return(): Promise<IteratorResult<ExecutionResult>> {
    return this.#end();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  readonly #onStall = (): void => {
    this.#isTooSlow = true;
    this.#timer = setTimeout(() => {
      this.#end();
      this.#options.hangUp();
    }, this.#options.stallMs).unref();
  };

  /** An error, and then nothing more. */
  #last(error: GraphQLError): IteratorResult<ExecutionResult> {
    this.#end();
    return { done: false, value: { errors: [error] } };
  }

  #end(): IteratorResult<ExecutionResult> {
    clearTimeout(this.#timer);
    if (!this.#ended) {
      this.#ended = true;
      void this.#options.events.return?.();
      this.#options.onEnded();
    }
    return DONE;
  }
}

const DONE: IteratorResult<ExecutionResult> = { done: true, value: undefined };

function located(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError('The event could not be told.', { originalError: error instanceof Error ? error : null });
}
