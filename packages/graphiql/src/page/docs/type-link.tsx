import { type GraphQLNamedType, type GraphQLType, isListType, isNonNullType } from 'graphql';
import type { DocsPlace } from '../panes/docs-pane.js';

interface TypeLinkProps {
  readonly type: GraphQLType;
  readonly onGo: (place: DocsPlace) => void;
}

/** A type as it is written, '[Issue!]!', its name leading to its documentation. */
export function TypeLink({ type, onGo }: TypeLinkProps) {
  if (isNonNullType(type)) {
    return (
      <>
        <TypeLink type={type.ofType} onGo={onGo} />!
      </>
    );
  }
  if (isListType(type)) {
    return (
      <>
        [<TypeLink type={type.ofType} onGo={onGo} />]
      </>
    );
  }
  const { name }: GraphQLNamedType = type;
  return (
    <button type="button" class="link type" onClick={() => onGo({ type: name })}>
      {name}
    </button>
  );
}
