import { normalizeIdentifier } from 'micromark-util-normalize-identifier';

/** Where a label leads. */
export interface Definition {
  readonly url: string;
  readonly title: string | null;
}

const definition = /^[ \t>*+\-0-9.)]{0,200}\[((?:[^[\]\\\r\n]|\\.){1,999})\]:/gm;
const fullReference = /\]\[((?:[^[\]\\]|\\.){1,999})\]/g;
const collapsedReference = /\[((?:[^[\]\\]|\\.){1,999})\]\[\]/g;

const bracketed = /\[((?:[^[\]\\]|\\.){1,999})\]/g;

/** Those of {@link labelsIn} for a text of its own, and what stands in one pair of brackets there and leads somewhere. */
export function labelsUsed(text: string, isDefined: (label: string) => boolean): readonly string[] {
  const alone = [...text.matchAll(bracketed)].map(([, label = '']) => normalizeIdentifier(label));
  return [...new Set([...labelsIn(text), ...alone.filter(isDefined)])];
}

/**
 * The normalised labels that are to be read as references: those that look defined, anywhere in the document, and
 * those of references with a second pair of brackets, which mean nothing else. What is only in brackets stays text.
 *
 * ```text
 * [merged]: https://quay.example/merged
 *  ^^^^^^
 * as [said before][said], and in [Rule 7][]
 *                  ^^^^           ^^^^^^
 * ```
 */
export function labelsIn(document: string): readonly string[] {
  const found = new Set<string>();
  for (const pattern of [definition, fullReference, collapsedReference])
    for (const match of document.matchAll(pattern)) found.add(normalizeIdentifier(match[1] ?? ''));
  return [...found].filter((label) => label !== '');
}
