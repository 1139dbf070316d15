import { type GraphQLNamedType, type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Hit, searchSchema } from '../docs/search-schema.js';
import { TypeLink } from '../docs/type-link.js';
import { TypePage } from '../docs/type-page.js';

/** A place in the documentation: a type, or a field of it. */
export interface DocsPlace {
  readonly type: string;
  readonly field?: string | undefined;
}

interface DocsPaneProps {
  readonly schema: GraphQLSchema;
  /** The way to the place that is shown; empty at the beginning. */
  readonly way: readonly DocsPlace[];
  readonly onGo: (way: readonly DocsPlace[]) => void;
}

/** Documentation, from the descriptions in the schema. */
export function DocsPane({ schema, way, onGo }: DocsPaneProps) {
  const [words, setWords] = useState('');
  const hits = useMemo(() => searchSchema(schema, words), [schema, words]);
  const go = (place: DocsPlace) => {
    setWords('');
    onGo([...way, place]);
  };
  const place = way.at(-1);
  const type = place && schema.getType(place.type);
  const before = way.at(-2);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    // A field scrolls itself into view.
    if (place?.field === undefined) pane.current?.scrollTo(0, 0);
  }, [place]);
  return (
    <section class="pane docs" aria-label="Documentation" ref={pane}>
      <div class="pane-head">
        <h2>{type?.name ?? 'Documentation'}</h2>
        {place !== undefined && (
          <button type="button" onClick={() => onGo(way.slice(0, -1))}>
            Back{before === undefined ? '' : ` to ${before.type}`}
          </button>
        )}
      </div>
      <input
        type="search"
        placeholder="Search types and fields"
        aria-label="Search the documentation"
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      {words.trim() !== '' && <Hits hits={hits} onGo={go} />}
      {words.trim() === '' && type !== undefined && (
        <TypePage schema={schema} type={type} field={place?.field} onGo={go} />
      )}
      {words.trim() === '' && type === undefined && <Contents schema={schema} onGo={go} />}
    </section>
  );
}

interface Going {
  readonly onGo: (place: DocsPlace) => void;
}

function Hits({ hits, onGo }: Going & { readonly hits: readonly Hit[] }) {
  if (hits.length === 0) return <p class="hint">Nothing in the schema is called so.</p>;
  return (
    <ul class="fields">
      {hits.map(({ type, field }) => (
        <li key={`${type}.${field}`}>
          <button type="button" class="link" onClick={() => onGo({ type, field })}>
            {field === undefined ? type : `${type}.${field}`}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Contents({ schema, onGo }: Going & { readonly schema: GraphQLSchema }) {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap(
    (type) => type ?? [],
  );
  const others = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !roots.some((root) => root === type))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <p class="hint">Ctrl or Cmd and a click on a field in the query leads here, too.</p>
      <h3>Where it begins</h3>
      <TypeList types={roots} onGo={onGo} />
      <h3>Objects and interfaces</h3>
      <TypeList types={others.filter((type) => 'getInterfaces' in type && !isPlumbing(type))} onGo={onGo} />
      <h3>Pages of lists</h3>
      <TypeList types={others.filter(isPlumbing)} onGo={onGo} />
      <h3>Arguments and values</h3>
      <TypeList types={others.filter((type) => !('getInterfaces' in type))} onGo={onGo} />
    </>
  );
}

/** What a connection is made of: of little interest by itself. */
function isPlumbing(type: GraphQLNamedType): boolean {
  return isObjectType(type) && /(Connection|Edge|PageInfo)$/.test(type.name);
}

function TypeList({ types, onGo }: Going & { readonly types: readonly GraphQLNamedType[] }) {
  return (
    <ul class="fields">
      {types.map((type) => (
        <li key={type.name}>
          <TypeLink type={type} onGo={onGo} />
          <p>{firstSentence(type.description)}</p>
        </li>
      ))}
    </ul>
  );
}

function firstSentence(text: string | null | undefined): string {
  return /^[\s\S]*?\.(?=\s|$)/.exec(text ?? '')?.[0] ?? text ?? '';
}
