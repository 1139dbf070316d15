import type { OperationDefinitionNode } from 'graphql';
import { CodeIcon, PrettifyIcon, RunIcon, ShareIcon, StopIcon } from './icons.js';

interface ToolbarProps {
  readonly operations: readonly OperationDefinitionNode[];
  readonly operationName: string | undefined;
  readonly onChoose: (operation: OperationDefinitionNode) => void;
  readonly isRunning: boolean;
  readonly onRun: () => void;
  readonly onPrettify: () => void;
  readonly onShare: () => void;
  readonly onCode: () => void;
}

/** What can be done with a query. */
export function Toolbar(props: ToolbarProps) {
  const { operations, operationName, onChoose, isRunning, onRun } = props;
  const names = operations.flatMap((operation) => operation.name?.value ?? []);
  const choose = (name: string) => {
    const operation = operations.find((candidate) => candidate.name?.value === name);
    if (operation !== undefined) onChoose(operation);
  };
  return (
    <div class="toolbar" role="toolbar" aria-label="Query">
      <button
        type="button"
        class="run"
        onClick={onRun}
        title={isRunning ? 'Stop the query' : 'Execute the query (Ctrl-Enter or Cmd-Enter)'}
      >
        {isRunning ? <StopIcon /> : <RunIcon />}
        {isRunning ? 'Stop' : 'Run'}
      </button>
      {names.length > 1 && (
        <select
          aria-label="Operation"
          value={operationName ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
      <span class="gap" />
      <button type="button" onClick={props.onPrettify} title="Lay the query out anew">
        <PrettifyIcon />
        Prettify
      </button>
      <button type="button" onClick={props.onShare} title="Copy an address that opens this query">
        <ShareIcon />
        Share
      </button>
      <button type="button" onClick={props.onCode} title="This query as SDK code, fetch and curl">
        <CodeIcon />
        Code
      </button>
    </div>
  );
}
