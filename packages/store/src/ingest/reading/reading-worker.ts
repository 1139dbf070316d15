/** The thread that reads documents while others are being stored. */
import { type MessagePort, parentPort } from 'node:worker_threads';
import { prepareSearch } from '../../search/prepared-search.js';
import { readDocument } from '../read-document.js';
import type { ReadAnswer, ReadReply, ReadRequest, ReadTask } from './message.js';

if (parentPort !== null) serve(parentPort);

function serve(port: MessagePort): void {
  const reply = (message: ReadReply): void => port.postMessage(message);
  port.on('message', ({ id, ...task }: ReadRequest) => {
    try {
      reply({ kind: 'read', id, ...answer(task) });
    } catch {
      reply({ kind: 'failed', id });
    }
  });
  reply({ kind: 'ready' });
}

function answer({ document, given, layout, searchedIn }: ReadTask): ReadAnswer {
  const { reading, ...read } = readDocument(document, given, layout);
  const search = searchedIn === null ? null : JSON.stringify(prepareSearch(reading, document, searchedIn));
  return { read, reading: JSON.stringify(reading), search };
}
