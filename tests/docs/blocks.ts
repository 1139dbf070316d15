import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

/** A block of code in a page. */
export interface Block {
  readonly language: string;
  readonly code: string;
}

/** A page of the documentation. */
export interface Page {
  /** From the top of the checkout. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The README and every page in `docs`; the decisions in `docs/adr` tell what once was, and are not run. */
export function pages(): readonly Page[] {
  const inDocs = readdirSync(new URL('docs', ROOT)).filter((name) => name.endsWith('.md'));
  return ['README.md', ...inDocs.sort().map((name) => `docs/${name}`)].map(readPage);
}

function readPage(path: string): Page {
  const text = readFileSync(fileURLToPath(new URL(path, ROOT)), 'utf8');
  const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  return { path, text, blocks: blocks.map(([, language = '', code = '']) => ({ language, code })) };
}

/** Blocks of one language, each with what the page shows as its answer: the block of another language right behind it. */
export function withAnswers({ blocks }: Page, language: string, answer: string): [Block, string | undefined][] {
  return blocks.flatMap((block, index): [Block, string | undefined][] => {
    if (block.language !== language) return [];
    const next = blocks[index + 1];
    return [[block, next?.language === answer ? next.code : undefined]];
  });
}
