import { readdirSync, readFileSync } from 'node:fs';
import { type IssueReading, type ParsedDocument, parse, read } from '@broadsheet/parser';
import { corpusFile, corpusPath } from '../corpus.js';

/** A file of the corpus in Markdown. */
export interface CorpusDocument {
  readonly name: string;
  readonly document: string;
}

/** A document with what was read from it, no layout named. */
export interface CorpusReading extends CorpusDocument {
  readonly parsed: ParsedDocument;
  readonly reading: IssueReading;
}

/** All issues of one periodical in the order of their days; none, and a line that says so, where the corpus is absent. */
export function corpusDocuments(folder: 'twir' | 'optech'): CorpusDocument[] {
  if (corpusFile(`${folder}/NOTICE`) === undefined) return [];
  const names = readdirSync(corpusPath(folder)).filter((name) => /\.(?:md|markdown)$/.test(name));
  return names.sort().map((name) => ({ name, document: readFileSync(corpusPath(`${folder}/${name}`), 'utf8') }));
}

/** Reads each of them as the command does. */
export function readCorpus(folder: 'twir' | 'optech'): CorpusReading[] {
  return corpusDocuments(folder).map((file) => {
    const parsed = parse(file.document, { format: 'MARKDOWN' });
    return { ...file, parsed, reading: read(parsed) };
  });
}
