import type { EditorView } from '@codemirror/view';
import type { OperationDefinitionNode } from 'graphql';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ADDRESSES, type PageData } from '../page-data.js';
import type { Asked } from './code/code-sample.js';
import { copyText } from './copy-text.js';
import { operationAt, operationsOf, parseDocument } from './document/operations.js';
import { prettify } from './document/prettify.js';
import { rangeOf } from './document/text-edit.js';
import { useRunKey } from './use-run-key.js';
import { sharedAddress } from './workspace/address.js';
import { headersOf, jsonObject } from './workspace/json-object.js';
import { useHistory } from './workspace/use-history.js';
import { useRun } from './workspace/use-run.js';
import { useWorkspace } from './workspace/use-workspace.js';
import { activeTab } from './workspace/workspace.js';

const ENDPOINT = new URL(ADDRESSES.graphql, location.href).href;

/** What is asked on the page, and what can be done with it. */
export function usePage({ examples }: PageData) {
  const [workspace, dispatch] = useWorkspace(examples);
  const tab = activeTab(workspace);
  const past = useHistory();
  const [note, setNote] = useState('');
  const { operations, operation, setCursor, choose, onView } = useOperations(tab.id, tab.query);
  const operationName = operation?.name?.value;
  const { isRunning, run, stop } = useRun(ENDPOINT, (id, ended) => dispatch({ type: 'answer', id, run: ended }));

  const address = sharedAddress(location.href, { query: tab.query, variables: tab.variables, operationName });
  const keepAddress = () => history.replaceState(null, '', address);
  const write = (part: 'query' | 'variables' | 'headers') => (text: string) =>
    dispatch({ type: 'write', id: tab.id, part, text });

  const start = () => {
    if (isRunning) return stop();
    keepAddress();
    past.add(tab);
    void run(tab, operationName);
  };
  const tidy = () => {
    const text = prettify(tab.query);
    setNote(text === undefined ? 'The query has a mistake: mend it first.' : '');
    if (text !== undefined) write('query')(text);
  };
  const share = async () => {
    keepAddress();
    const isCopied = await copyText(address);
    setNote(isCopied ? 'The address of this query is copied.' : 'The address of this page now opens this query.');
  };
  const asked = (): Asked => ({
    url: ENDPOINT,
    query: tab.query,
    operationName,
    variables: jsonObject(tab.variables) ?? {},
    headers: headersOf(tab.headers) ?? {},
  });
  useRunKey(start);
  useEffect(() => setNote(''), [tab]);

  return {
    workspace,
    dispatch,
    tab,
    past,
    note,
    operations,
    operationName,
    isRunning,
    write,
    start,
    tidy,
    share,
    asked,
    setCursor,
    choose,
    onView,
  };
}

/** The operations of a query, and the one among them that the cursor stands in. */
function useOperations(id: string, query: string) {
  const [cursor, setCursor] = useState(0);
  const view = useRef<EditorView | null>(null);
  useEffect(() => setCursor(0), [id]);
  const document = useMemo(() => parseDocument(query), [query]);
  const choose = (operation: OperationDefinitionNode) => {
    const anchor = rangeOf(operation).start;
    setCursor(anchor);
    view.current?.dispatch({ selection: { anchor }, scrollIntoView: true });
  };
  return {
    operations: document === undefined ? [] : operationsOf(document),
    operation: document && operationAt(document, cursor),
    setCursor,
    choose,
    onView: (given: EditorView) => {
      view.current = given;
    },
  };
}
