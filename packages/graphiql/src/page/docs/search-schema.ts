import { type GraphQLSchema, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType } from 'graphql';

/** A type, or a field of it, that words were found in. */
export interface Hit {
  readonly type: string;
  readonly field: string | undefined;
}

/** More would not be read. */
const MOST = 60;

/** The types and fields whose names hold a text, letter case aside; types first. */
export function searchSchema(schema: GraphQLSchema, text: string): readonly Hit[] {
  const words = text.trim().toLowerCase();
  if (words === '') return [];
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const isHit = (name: string) => name.toLowerCase().includes(words);
  const named = types.filter(({ name }) => isHit(name)).map(({ name }) => ({ type: name, field: undefined }));
  const fields = types.flatMap((type) => {
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
    return Object.keys(type.getFields())
      .filter(isHit)
      .map((field) => ({ type: type.name, field }));
  });
  return [...named, ...fields].slice(0, MOST);
}
