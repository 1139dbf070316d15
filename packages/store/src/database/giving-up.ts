/** How somebody tells that they wait no more: what is used of an AbortSignal, which is one, so that something lighter can be one too. */
export interface GivingUp {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
