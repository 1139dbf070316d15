import type { Transaction } from 'kysely';
import { type EntityCuration, type Merge, mergesIn } from './entity-curation.js';
import type { EntityToDecide } from './entity-to-decide.js';
import { saveCuration } from './save-curation.js';

/** What is told of a decision beside what it is. */
export interface Noted {
  readonly note: string | null;
  readonly at: string;
}

/** Deletes the merges of some members. The first of them comes back, with the others in it. */
export async function unmerge(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  entity: EntityToDecide,
  covered: readonly string[],
  noted: Noted,
): Promise<string> {
  const merges = mergesIn(curation);
  const isCovered = (id: string): boolean => covered.includes(id);
  const tops = covered.filter((id) => {
    const into = merges.find(({ subject_id }) => subject_id === id)?.data.into;
    return into !== undefined && !isCovered(into);
  });
  const back = tops.toSorted()[0] ?? covered[0] ?? entity.id;
  const own = merges.find(({ subject_id }) => subject_id === back)?.data;
  const stays = merges.find(({ data }) => data.into === entity.id)?.data;
  const save = (subject_id: string, data: Merge['data'] | null) =>
    saveCuration(trx, { operation: 'MERGE', subject_id, data, ...noted });
  for (const { subject_id, data } of merges) {
    if (subject_id === back) await save(subject_id, null);
    else if (tops.includes(subject_id)) {
      const into_slug = curation.slugs.get(back) ?? data.into_slug;
      await save(subject_id, { ...ledBy(data, own?.issues), into: back, into_slug, into_name: into_slug });
    } else if (isCovered(data.into) && !isCovered(subject_id)) {
      const into_slug = curation.slugs.get(entity.id) ?? entity.slug;
      const into_name = stays?.into_name ?? entity.name;
      await save(subject_id, { ...ledBy(data, stays?.into_issues), into: entity.id, into_slug, into_name });
    }
  }
  return back;
}

/** What is merged, into another one that some issues made public. */
function ledBy({ into_issues: _, ...data }: Merge['data'], into_issues: readonly string[] | undefined): Merge['data'] {
  return into_issues === undefined ? data : { ...data, into_issues };
}
