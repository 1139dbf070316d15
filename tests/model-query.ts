/** The model issue: where it stands in the corpus, and as what it is ingested. */
export const MODEL = {
  file: 'swb/issue-123.txt',
  publication: 'swb',
  slug: '123',
  publishedOn: '2025-12-17',
} as const;

/** Asks for all that is known of the model issue, with every span in it. */
export const MODEL_QUERY = /* GraphQL */ `
  query ModelIssue {
    issue(publication: "swb", slug: "123") {
      slug number title publishedOn status introduction
      leadItem { position number section { heading } }
      sections { heading depth position parent { heading } span { ...Words } }
      items(first: 100) {
        totalCount
        nodes {
          kind number position title body wordCount
          section { heading }
          span { ...Words }
          keywords { name }
          sources { name }
          attributions { printed source { name } span { ...Words } }
          bylines { printed affiliation contributor { name } }
          exchanges { question answer }
          headings { depth label text }
          part { isContinuation toBeContinued series { title isComplete } }
          events { kind }
        }
      }
      events { kind startsOn endsOn place { venue } item { position } mentions { item { position } evidence { ...Words } } }
      sources { name abbreviation aliases { name method } }
      revision {
        ordinal
        coverage { lines attributed }
        diagnostics { code span { ...Words } }
        document { text }
      }
    }
  }
  fragment Words on Span { start end line column text }
`;

interface ModelItem {
  readonly kind: string;
  readonly number: number | null;
  readonly position: number;
  readonly title: string;
  readonly body: string;
  readonly section: { readonly heading: string } | null;
  readonly span: { readonly text: string };
  readonly keywords: readonly { readonly name: string }[];
  readonly sources: readonly { readonly name: string }[];
  readonly attributions: readonly { readonly printed: string; readonly source: { readonly name: string } }[];
  readonly bylines: readonly {
    readonly printed: string;
    readonly affiliation: string | null;
    readonly contributor: { readonly name: string };
  }[];
  readonly exchanges: readonly { readonly question: string; readonly answer: string | null }[];
  readonly headings: readonly { readonly depth: number; readonly label: string | null }[];
  readonly part: { readonly isContinuation: boolean; readonly toBeContinued: boolean } | null;
}

/** What MODEL_QUERY answers with, as far as facts are read from it. */
export interface ModelIssue {
  readonly slug: string;
  readonly number: number | null;
  readonly title: string;
  readonly publishedOn: string | null;
  readonly status: string;
  readonly introduction: string | null;
  readonly leadItem: { readonly number: number | null; readonly section: { readonly heading: string } | null } | null;
  readonly sections: readonly {
    readonly heading: string;
    readonly depth: number;
    readonly parent: { readonly heading: string } | null;
  }[];
  readonly items: { readonly totalCount: number; readonly nodes: readonly ModelItem[] };
  readonly events: readonly {
    readonly kind: string;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
    readonly place: { readonly venue: string | null } | null;
    readonly mentions: readonly { readonly item: { readonly position: number } }[];
  }[];
  readonly sources: readonly {
    readonly name: string;
    readonly abbreviation: string | null;
    readonly aliases: readonly { readonly name: string; readonly method: string }[];
  }[];
  readonly revision: {
    readonly ordinal: number;
    readonly coverage: { readonly lines: number; readonly attributed: number };
    readonly diagnostics: readonly unknown[];
    readonly document: { readonly text: string };
  };
}
