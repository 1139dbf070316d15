/** The forms of a single answer. */
export type AnswerType = 'application/json' | 'application/graphql-response+json';

/**
 * The form that a value of `accept` asks for, chosen as yoga does: the first that it names of the two, `application/json` where it takes any;
 * undefined where it names another form before or beside them, which is for yoga to weigh.
 */
export function answerTypeOf(accept: string | undefined): AnswerType | undefined {
  if (accept === undefined || accept === '*/*') return 'application/json';
  const known = KNOWN.get(accept);
  if (known !== undefined) return known;
  const types = accept.split(',').map((part) => part.split(';'));
  const [first] = types.map(([type = '']) => type.trim().toLowerCase());
  const arePlain = types.every(
    ([type = '', ...parameters]) =>
      isAnswerType(type.trim().toLowerCase()) && parameters.every((parameter) => UTF_8.test(parameter)),
  );
  return arePlain && first !== undefined && isAnswerType(first) ? first : undefined;
}

/** What clients send, so that it is not taken apart each time. */
const KNOWN: ReadonlyMap<string, AnswerType> = new Map([
  ['application/json', 'application/json'],
  ['application/graphql-response+json', 'application/graphql-response+json'],
  ['application/graphql-response+json, application/json', 'application/graphql-response+json'],
]);

const UTF_8 = /^\s*charset=utf-8\s*$/i;

function isAnswerType(type: string): type is AnswerType {
  return type === 'application/json' || type === 'application/graphql-response+json';
}
