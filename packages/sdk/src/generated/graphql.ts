/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '../typed-document.js';
/** What kind of event it is. */
export type EventKind =
  /** The last day on which proposals for talks or papers are taken. */
  | 'CALL_FOR_PAPERS'
  /** The last day on which comments are taken. */
  | 'COMMENT_DEADLINE'
  /** A contest. */
  | 'COMPETITION'
  /** The day from which a rule holds. */
  | 'EFFECTIVE_DATE'
  /** Something shown to the public. */
  | 'EXHIBITION'
  /** A conference, forum, talk or other gathering. */
  | 'MEETING'
  /** Anything else that has a date. */
  | 'OTHER'
  /** Something is brought out. */
  | 'RELEASE';

/** How an item reads. A judgement of the reading, which a better one may revise: ids do not depend on it. */
export type ItemKind =
  /** A longer text with an author. */
  | 'ARTICLE'
  /** A short report. */
  | 'BRIEF'
  /** Questions and answers. */
  | 'INTERVIEW'
  /** An address with a title. */
  | 'LINK'
  /** Words of somebody. */
  | 'QUOTE';

export type IssueTreeQueryVariables = Exact<{
  publication: string;
  slug: string;
}>;


export type IssueTreeQuery = { issue: { id: string, number: number | null, title: string, publishedOn: string | null, sections: Array<{ heading: string, depth: number, items: Array<{ id: string, kind: ItemKind, position: number, number: number | null, title: string, body: string, keywords: Array<{ name: string, slug: string }>, sources: Array<{ name: string, slug: string }>, events: Array<{ kind: EventKind, startsOn: string | null, endsOn: string | null }> }> }> } | null };

export type WholeItemFragment = { id: string, kind: ItemKind, position: number, number: number | null, title: string, body: string, keywords: Array<{ name: string, slug: string }>, sources: Array<{ name: string, slug: string }>, events: Array<{ kind: EventKind, startsOn: string | null, endsOn: string | null }> };

export type KeywordItemsQueryVariables = Exact<{
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type KeywordItemsQuery = { keyword: { name: string, items: { edges: Array<{ cursor: string, node: { id: string, title: string, issue: { number: number | null, publishedOn: string | null }, sources: Array<{ name: string }>, keywords: Array<{ name: string, slug: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type LatestIssuesQueryVariables = Exact<{
  publication: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LatestIssuesQuery = { issues: { nodes: Array<{ id: string, slug: string, number: number | null, title: string, publishedOn: string | null, items: { nodes: Array<{ title: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SourceItemsQueryVariables = Exact<{
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SourceItemsQuery = { source: { name: string, items: { nodes: Array<{ id: string, title: string, keywords: Array<{ name: string, items: { nodes: Array<{ title: string, issue: { number: number | null, title: string } }> } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type UpcomingEventsQueryVariables = Exact<{
  from: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type UpcomingEventsQuery = { events: { nodes: Array<{ id: string, kind: EventKind, title: string, startsOn: string | null, endsOn: string | null, place: { printed: string } | null, item: { title: string, issue: { number: number | null, publication: { slug: string } } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const WholeItemFragmentDoc = new TypedDocumentString(`
    fragment WholeItem on Item {
  id
  kind
  position
  number
  title
  body
  keywords {
    name
    slug
  }
  sources {
    name
    slug
  }
  events {
    kind
    startsOn
    endsOn
  }
}
    `, {"fragmentName":"WholeItem"}) as unknown as TypedDocumentString<WholeItemFragment, unknown>;
export const IssueTreeDocument = new TypedDocumentString(`
    query IssueTree($publication: String!, $slug: String!) {
  issue(publication: $publication, slug: $slug) {
    id
    number
    title
    publishedOn
    sections {
      heading
      depth
      items {
        ...WholeItem
      }
    }
  }
}
    fragment WholeItem on Item {
  id
  kind
  position
  number
  title
  body
  keywords {
    name
    slug
  }
  sources {
    name
    slug
  }
  events {
    kind
    startsOn
    endsOn
  }
}`, {"hash":"sha256:dcb5bfc2a46c82fcdaa56a2d9ecbe389e33091e727b9fb742dada90be482dfca"}) as unknown as TypedDocumentString<IssueTreeQuery, IssueTreeQueryVariables>;
export const KeywordItemsDocument = new TypedDocumentString(`
    query KeywordItems($slug: String!, $first: Int = 20, $after: String) {
  keyword(slug: $slug) {
    name
    items(first: $first, after: $after, orderBy: NEWEST) {
      edges {
        cursor
        node {
          id
          title
          issue {
            number
            publishedOn
          }
          sources {
            name
          }
          keywords {
            name
            slug
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"sha256:4c461c5a8fdcf6284762d282173f56391c2df6e56d0305c75c01f3e8ca4650f2"}) as unknown as TypedDocumentString<KeywordItemsQuery, KeywordItemsQueryVariables>;
export const LatestIssuesDocument = new TypedDocumentString(`
    query LatestIssues($publication: String!, $first: Int = 20, $after: String) {
  issues(
    first: $first
    after: $after
    orderBy: NEWEST
    where: {publication: [$publication]}
  ) {
    nodes {
      id
      slug
      number
      title
      publishedOn
      items(first: 3) {
        nodes {
          title
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:e492b321827aed5275c42d02f499c1239fa80febccc5d909e55ed5d29baeda46"}) as unknown as TypedDocumentString<LatestIssuesQuery, LatestIssuesQueryVariables>;
export const SourceItemsDocument = new TypedDocumentString(`
    query SourceItems($slug: String!, $first: Int = 20, $after: String) {
  source(slug: $slug) {
    name
    items(first: $first, after: $after) {
      nodes {
        id
        title
        keywords {
          name
          items(first: 5) {
            nodes {
              title
              issue {
                number
                title
              }
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"sha256:1a609dea4f8c76cde4f86098ee2cebfea4cdfa17d73aafe9b5ac0787db3252ad"}) as unknown as TypedDocumentString<SourceItemsQuery, SourceItemsQueryVariables>;
export const UpcomingEventsDocument = new TypedDocumentString(`
    query UpcomingEvents($from: Date!, $first: Int = 50, $after: String) {
  events(first: $first, after: $after, where: {day: {from: $from}}) {
    nodes {
      id
      kind
      title
      startsOn
      endsOn
      place {
        printed
      }
      item {
        title
        issue {
          number
          publication {
            slug
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:61ea5b7d657545da44df2bd767598d2d5cc78e8b160f40bd4be43403fb22847d"}) as unknown as TypedDocumentString<UpcomingEventsQuery, UpcomingEventsQueryVariables>;