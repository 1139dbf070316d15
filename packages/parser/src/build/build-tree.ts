import type { ClassifiedLine } from '../classify.js';
import type { Layout } from '../layout.js';
import type { Coverage, Diagnostic } from '../source.js';
import type { AsideLeafType, IssueNode } from '../tree.js';
import { leavesOf } from '../tree-walk.js';
import { articleHeading } from './constructs/article-heading.js';
import { articleTitle } from './constructs/article-title.js';
import { breadcrumb } from './constructs/breadcrumb.js';
import { byline } from './constructs/byline.js';
import { contentsList } from './constructs/contents-list.js';
import { continuationMark } from './constructs/continuation-mark.js';
import { dateLine } from './constructs/date-line.js';
import { frontMatter } from './constructs/front-matter.js';
import { heading } from './constructs/heading.js';
import { imageLine } from './constructs/image-line.js';
import { itemTitle } from './constructs/item-title.js';
import { labelledLine } from './constructs/labelled-line.js';
import { leadSentence } from './constructs/lead-sentence.js';
import { nameplateLine } from './constructs/nameplate-line.js';
import { paragraph } from './constructs/paragraph.js';
import { publisherLine } from './constructs/publisher-line.js';
import { raw } from './constructs/raw.js';
import { title } from './constructs/title.js';
import { turnMark } from './constructs/turn-mark.js';
import { coverageOf } from './coverage.js';
import { DiagnosticLog } from './diagnostic-log.js';
import { asideLeaf } from './leaf.js';
import type { Construct, Place } from './place.js';
import { Recurrence } from './recurrence.js';
import { TreeBuilder } from './tree-builder.js';

/** In this order each line is offered; the last takes whatever is left. */
const constructs: readonly Construct[] = [
  frontMatter,
  breadcrumb,
  imageLine,
  nameplateLine,
  title,
  contentsList,
  heading,
  itemTitle,
  articleTitle,
  leadSentence,
  labelledLine,
  byline,
  continuationMark,
  turnMark,
  articleHeading,
  dateLine,
  publisherLine,
  paragraph,
  raw,
];

/** A tree with what was noted while it grew. */
export interface BuiltTree {
  readonly tree: IssueNode;
  readonly coverage: Coverage;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes one tree of classified lines: each line with words becomes one leaf, asides and blank lines leaves of their own. One pass, two
 * lines of look-ahead; a list of contents alone asks what comes further down.
 */
export function buildTree(lines: readonly ClassifiedLine[], layout: Layout): BuiltTree {
  const tree = new TreeBuilder();
  const log = new DiagnosticLog();
  const words = lines.filter((line) => line.text !== '' && asideTypeOf(line) === null);
  const hasHeading = words.some(({ topHeading }) => topHeading !== null);
  if (!hasHeading) noteNoHeading(log, layout);
  const recurrence = new Recurrence(words, layout);
  let at = 0;
  for (const line of lines) {
    const aside = asideTypeOf(line);
    if (aside !== null) tree.addAside(asideLeaf(aside, line));
    else if (line.text === '') tree.addBlank(line);
    else {
      const near = { previous: words[at - 1], next: words[at + 1], afterNext: words[at + 2] };
      const index = at++;
      offer({ line, ...near, layout, hasHeading, tree, log, comesAgain: () => recurrence.comesAgain(index) });
    }
  }
  const issue = tree.finish();
  return { tree: issue, coverage: coverageOf(leavesOf(issue)), diagnostics: log.finish() };
}

/** What a line is where it holds no words of the issue; null where it does. */
export function asideTypeOf({ line, text }: ClassifiedLine): AsideLeafType | null {
  switch (line.block?.kind) {
    case 'comment':
    case 'definition':
    case 'template':
    case 'markup':
    case 'outside':
      return line.block.kind;
    case 'frontMatter':
      // A field without a value says nothing.
      return text === '' ? 'markup' : null;
    default:
      return null;
  }
}

function offer(place: Place): void {
  for (const construct of constructs) if (construct(place)) return;
}

function noteNoHeading(log: DiagnosticLog, { name }: Layout): void {
  const message = `No heading of the layout '${name}' is in the document; name another layout, or check that the file is whole.`;
  log.note('NO_HEADING', message, null);
}
