/** An item of an invented bulletin. */
export interface ItemModel {
  readonly kind: 'brief' | 'interview' | 'article';
  readonly title: string;
  readonly keywords: readonly string[];
  /** Paragraphs. */
  readonly body: readonly string[];
  readonly byline: string | null;
  readonly sources: readonly string[];
  readonly continued: boolean;
  readonly toBeContinued: boolean;
}

/** A heading with the items under it; `under` is the heading above. */
export interface SectionModel {
  readonly heading: string;
  readonly under: string | null;
  readonly items: readonly ItemModel[];
}

/** An issue of an invented bulletin. */
export interface IssueModel {
  readonly number: number;
  readonly headline: string;
  /** `YYYY-MM-DD`, printed; null for none. */
  readonly date: string | null;
  readonly sections: readonly SectionModel[];
}

/** Prints an issue in the layout of the weekly bulletin. */
export function printIssue({ number, headline, date, sections }: IssueModel): string {
  const day = date === null ? '' : ` (${date.replaceAll('-', '.')})`;
  const lines = [`${headline} (Issue ${number})${day}`];
  let above: string | null = null;
  for (const { heading, under, items } of sections) {
    if (items.length === 0) continue;
    if (under !== null && under !== above) lines.push(under);
    above = under ?? heading;
    lines.push(heading, ...items.flatMap(printItem));
  }
  return `${lines.join('\n')}\n`;
}

function printItem(item: ItemModel, index: number): string[] {
  const sources = item.sources.map((source) => `Source: ${source}`);
  switch (item.kind) {
    case 'brief':
      return [
        `${index + 1}. ${item.title}`,
        ...(item.keywords.length === 0 ? [] : [`[Keywords: ${item.keywords.join(', ')}]`]),
        ...item.body,
        ...sources,
      ];
    case 'interview':
      return [item.title, 'Q', 'What comes next?', 'A', ...item.body, ...sources];
    case 'article':
      return [
        item.title,
        ...(item.byline === null ? [] : [`By ${item.byline}`]),
        ...(item.continued ? ['[Continued from the Previous Issue]'] : []),
        ...item.body,
        ...(item.toBeContinued ? ['[To be Continued]'] : []),
      ];
    default:
      return item.kind satisfies never;
  }
}
