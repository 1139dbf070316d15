import type { IssueReading } from '@broadsheet/parser';
import { keepReadingAsJson } from '../../editorial/save.js';
import { keepPrepared, type PreparedSearch } from '../../search/prepared-search.js';
import { type DocumentReading, readDocument } from '../read-document.js';
import type { ReadAnswer, ReadTask } from './message.js';

/** A document that was read before its turn. */
export interface ReadAhead {
  /** What is told of it beside the reading itself. */
  readonly facts: Omit<DocumentReading, 'reading'>;
  /** The reading, taken apart; another one with each call. */
  unpack(): DocumentReading;
}

/** Reads a document here and now. */
export function readHere({ document, given, layout }: ReadTask): ReadAhead {
  const read = readDocument(document, given, layout);
  return { facts: read, unpack: () => read };
}

/** A document that a thread read; how it is searched is kept for its reading, and so is the reading as it is stored. */
export function readThere({ read, reading: json, search }: ReadAnswer): ReadAhead {
  const unpack = (): DocumentReading => {
    const reading: IssueReading = JSON.parse(json);
    keepReadingAsJson(reading, json);
    if (search !== null) keepPrepared(reading, parsePrepared(search));
    return { ...read, reading };
  };
  return { facts: read, unpack };
}

function parsePrepared(json: string): PreparedSearch {
  return JSON.parse(json);
}
