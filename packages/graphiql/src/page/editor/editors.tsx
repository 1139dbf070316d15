import type { EditorView } from '@codemirror/view';
import { updateSchema } from 'cm6-graphql';
import type { GraphQLSchema } from 'graphql';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Splitter } from '../ui/splitter.js';
import type { Tab } from '../workspace/tab.js';
import { CodeEditor } from './code-editor.js';
import { EmptyAnswer } from './empty-answer.js';
import { jsonEditor, queryEditor, resultViewer } from './extensions.js';
import { RunSummary } from './run-summary.js';

interface EditorsProps {
  readonly tab: Tab;
  readonly nonce: string;
  readonly schema: GraphQLSchema | undefined;
  readonly isRunning: boolean;
  readonly onWrite: (part: 'query' | 'variables' | 'headers') => (text: string) => void;
  readonly onCursor: (cursor: number) => void;
  readonly onRun: () => void;
  readonly onShowInDocs: (type: string, field?: string) => void;
  readonly onQueryView: (view: EditorView) => void;
}

/** The query with its variables and headers, and the answer. */
export function Editors(props: EditorsProps) {
  const { tab, nonce, schema, isRunning, onWrite, onCursor } = props;
  const [share, setShare] = useState(50);
  const [input, setInput] = useState<'variables' | 'headers' | undefined>('variables');
  const query = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;

  const kinds = useMemo(() => {
    const onRun = () => latest.current.onRun();
    return {
      query: queryEditor({ label: 'Query', nonce, onRun }, (type, field) => latest.current.onShowInDocs(type, field)),
      variables: jsonEditor({ label: 'Variables', nonce, onRun }, '{ "first": 3 }'),
      headers: jsonEditor({ label: 'Headers', nonce, onRun }, '{ "authorization": "Bearer …" }'),
      result: resultViewer({ label: 'Result', nonce }),
    };
  }, [nonce]);
  const onView = (view: EditorView) => {
    query.current = view;
    props.onQueryView(view);
    if (latest.current.schema !== undefined) updateSchema(view, latest.current.schema);
  };
  useEffect(() => {
    if (query.current !== null && schema !== undefined) updateSchema(query.current, schema);
  }, [schema]);
  const write = (text: string, cursor: number) => {
    onWrite('query')(text);
    onCursor(cursor);
  };

  return (
    <div class="editors" id="query-panel" role="tabpanel" aria-labelledby={tab.id} style={{ '--share': `${share}%` }}>
      <div class="asking">
        <CodeEditor
          id={tab.id}
          text={tab.query}
          extensions={kinds.query}
          onWrite={write}
          onCursor={onCursor}
          onView={onView}
        />
        <div class="drawer" data-open={input !== undefined}>
          <fieldset class="choices" aria-label="What is sent with the query">
            {(['variables', 'headers'] as const).map((name) => (
              <button
                type="button"
                key={name}
                aria-pressed={input === name}
                onClick={() => setInput(input === name ? undefined : name)}
              >
                {name === 'variables' ? 'Variables' : 'Headers'}
                {tab[name].trim() !== '' && input !== name && <span class="dot" title="Filled in" />}
              </button>
            ))}
          </fieldset>
          {input !== undefined && (
            <CodeEditor key={input} id={tab.id} text={tab[input]} extensions={kinds[input]} onWrite={onWrite(input)} />
          )}
        </div>
      </div>
      <Splitter label="Query and result" share={share} onShare={setShare} />
      <div class="answer" aria-busy={isRunning}>
        <RunSummary run={tab.run} isRunning={isRunning} />
        {tab.run === undefined && !isRunning && <EmptyAnswer />}
        <CodeEditor id={tab.id} text={tab.run?.text ?? ''} extensions={kinds.result} />
      </div>
    </div>
  );
}
