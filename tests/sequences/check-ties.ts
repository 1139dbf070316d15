import { sourceName } from '@broadsheet/parser';
import { type Database, makeId, nameKey } from '@broadsheet/store';

interface Printed {
  readonly issue_id: string;
  readonly source_id: string;
  readonly printed: string;
  readonly method: string;
}

interface Defined {
  readonly issue_id: string;
  readonly short: string;
  readonly long: string;
}

/** Every public source line is tied as the definitions of the public documents, taken together, say. */
export async function wrongTies(database: Database): Promise<string[]> {
  const { printed, defined } = await readNames(database);
  return printed.flatMap((line) => {
    const { base, channel, short } = sourceName(line.printed);
    const fits = defined.filter(({ short }) => nameKey(short) === nameKey(base));
    const full = onlyOne(fits.filter(({ issue_id }) => issue_id === line.issue_id)) ?? onlyOne(fits);
    const method = channel !== null ? 'CHANNEL' : full === undefined && short === null ? 'PRINTED' : 'ABBREVIATION';
    const right = line.source_id === makeId('source', full ?? nameKey(base)) && line.method === method;
    return right
      ? []
      : [`'${line.printed}' in ${line.issue_id} is tied ${line.method}, not ${method} to '${full ?? base}'`];
  });
}

function onlyOne(definitions: readonly Defined[]): string | undefined {
  const names = [...new Set(definitions.map(({ long }) => nameKey(long)))];
  return names.length === 1 ? names[0] : undefined;
}

async function readNames(database: Database): Promise<{ printed: Printed[]; defined: Defined[] }> {
  const json = await database.text(
    `select json_build_object(
      'printed', (select coalesce(json_agg(a), '[]') from published.attribution a),
      'defined', (select coalesce(json_agg(json_build_object('issue_id', r.issue_id, 'short', a ->> 'short', 'long', a ->> 'long')), '[]')
        from editorial.issue i join editorial.revision r on r.issue_id = i.id and r.ordinal = i.published_ordinal,
          json_array_elements(r.reading -> 'abbreviations') a))`,
    [],
    { as: 'owner' },
  );
  const names: { printed: Printed[]; defined: Defined[] } = JSON.parse(json ?? '{}');
  return names;
}
