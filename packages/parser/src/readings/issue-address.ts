import type { Layout } from '../layout.js';
import type { Read } from '../reading.js';
import { spanOf } from '../text/words.js';
import type { IssueNode } from '../tree.js';
import { readField } from './front-matter.js';

/**
 * The address at which an issue of a marked periodical is published: the field that prints it, else the layout's template
 * filled with number and date; null where something of it is missing.
 *
 * ```text
 * permalink: /log/2031/04/02/        https://quay.example/log/2031/04/02/
 * ```
 */
export function readIssueAddress(
  tree: IssueNode,
  number: Read<number> | null,
  publishedOn: Read<string> | null,
  { marked }: Layout,
): Read<string> | null {
  if (marked === undefined) return null;
  const field = readField(tree, ...marked.fields.address);
  if (field !== null)
    return URL.canParse(field.text, marked.site)
      ? { value: whole(field.text, marked.site), span: spanOf(field) }
      : null;
  if (marked.address === undefined || publishedOn === null) return null;
  const [year = '', month = '', day = ''] = publishedOn.value.split('-');
  const parts: Readonly<Record<string, string | undefined>> = { year, month, day, number: number?.value.toString() };
  const path = marked.address.replace(/\{(\w{1,20})\}/g, (printed, part: string) => parts[part] ?? printed);
  return path.includes('{') ? null : { value: whole(path, marked.site), span: publishedOn.span };
}

function whole(path: string, site: string): string {
  return new URL(path, site).href;
}
