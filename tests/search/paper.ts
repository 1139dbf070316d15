/** An item of an invented bulletin. */
export interface Brief {
  readonly title: string;
  readonly body: string;
  readonly keywords?: readonly string[];
  readonly source?: string;
}

/** An issue of a bulletin with these items under one heading. `day` is `YYYY-MM-DD`. */
export function paper(number: number, day: string, briefs: readonly Brief[]): string {
  const lines = briefs.flatMap(({ title, body, keywords, source }, index) => [
    `${index + 1}. ${title}`,
    ...(keywords === undefined ? [] : [`[Keywords: ${keywords.join(', ')}]`]),
    body,
    ...(source === undefined ? [] : [`Source: ${source}`]),
  ]);
  return [
    `Fog on the quay (Issue ${number}) (${day.replaceAll('-', '.')})`,
    'Laws and Regulations',
    'National',
    ...lines,
    '',
  ].join('\n');
}
