import { makeId } from '../identity/id.js';
import type { RedirectRow } from '../tables.js';
import type { IssueFacts } from './issue.js';

/** How a slug of an issue stands among redirects: unique among all publications. */
export function redirectSlug(publicationId: string, slug: string): string {
  return `${publicationId}/${slug}`;
}

/** The slugs that an issue was found by before lead to it. Its id never changes: those of these rows are nobody's. */
export function issueRedirects({ publication, id, former }: IssueFacts): RedirectRow[] {
  return former.map((slug) => ({
    id: makeId('issue', publication.id, slug),
    type: 'Issue',
    slug: redirectSlug(publication.id, slug),
    target_id: id,
  }));
}
