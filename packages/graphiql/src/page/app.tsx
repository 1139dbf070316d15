import { useState } from 'preact/hooks';
import type { PageData } from '../page-data.js';
import { Editors } from './editor/editors.js';
import { Panes } from './panes/panes.js';
import { CodeDialog } from './ui/code-dialog.js';
import { Header } from './ui/header.js';
import { Rail } from './ui/rail.js';
import { TabBar } from './ui/tab-bar.js';
import { Toolbar } from './ui/toolbar.js';
import { usePage } from './use-page.js';
import { usePanes } from './use-panes.js';
import { useSchema } from './use-schema.js';

/** GraphiQL: everything on the page. */
export function App({ data }: { readonly data: PageData }) {
  const page = usePage(data);
  const panes = usePanes();
  const schema = useSchema();
  const [isCoding, setCoding] = useState(false);
  const { tab, dispatch, write, past } = page;
  const run = () => {
    panes.setPart('result');
    page.start();
  };
  const open = (parts?: { readonly title: string; readonly query: string; readonly variables: string }) => {
    dispatch(parts === undefined ? { type: 'open' } : { type: 'open', tab: parts });
    panes.setPart('query');
  };

  return (
    <div class="page" data-part={panes.part}>
      <Header />
      <Rail pane={panes.shownPane} part={panes.part} onPane={panes.toggle} onPart={panes.setPart} />
      <main>
        {panes.pane && (
          <Panes
            name={panes.pane}
            schema={schema}
            text={tab.query}
            onEdit={write('query')}
            way={panes.way}
            onGo={panes.setWay}
            past={past}
            onOpen={({ title, query, variables }) => open({ title, query, variables })}
          />
        )}
        <div class="work">
          <TabBar
            {...page.workspace}
            onShow={(id) => dispatch({ type: 'show', id })}
            onClose={(id) => dispatch({ type: 'close', id })}
            onOpen={() => open()}
          />
          <Toolbar
            operations={page.operations}
            operationName={page.operationName}
            onChoose={page.choose}
            isRunning={page.isRunning}
            onRun={run}
            onPrettify={page.tidy}
            onShare={page.share}
            onCode={() => setCoding(true)}
          />
          <Editors
            tab={tab}
            nonce={data.nonce}
            schema={schema.value}
            isRunning={page.isRunning}
            onWrite={write}
            onCursor={page.setCursor}
            onRun={run}
            onShowInDocs={panes.showInDocs}
            onQueryView={page.onView}
          />
        </div>
      </main>
      <output class="note">{page.note}</output>
      {isCoding && <CodeDialog asked={page.asked()} onClose={() => setCoding(false)} />}
    </div>
  );
}
