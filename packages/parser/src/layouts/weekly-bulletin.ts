import type { HeadingRule, Layout } from '../layout.js';
import { sourceChannels } from './source-channels.js';

/** A place's name of up to four words: cities have no list, so the item below it must vouch for it. */
const placeName: HeadingRule = {
  pattern: /^\p{Lu}[\p{L}\p{M}'’-]{1,24}(?: \p{Lu}[\p{L}\p{M}'’-]{1,24}){0,3}$/u,
  onlyBeforeItem: true,
  holds: 'brief',
};

const monthName = '(?<month>January|February|March|April|May|June|July|August|September|October|November|December)';

/**
 * A city's weekly bulletin in English: numbered briefs under rubrics, an interview, an expert's article, the week's news.
 *
 * ```text
 * Headline (Issue 12)
 * Laws and Regulations
 * National
 * 1. Title
 * [Keywords: A, B]
 * Text
 * Source: Name
 * ```
 */
export const weeklyBulletin: Layout = {
  name: 'weekly-bulletin',
  version: 3,
  title: 'Weekly bulletin of a city',
  formats: ['TEXT', 'MARKDOWN', 'HTML'],
  setting: 'printed',
  lines: [
    {
      kind: 'keyword',
      starts: /^(?:[[【［(（]\s{0,3})?key\s?words?\s{0,3}[:：]/i,
      maxLength: 1000,
      closers: ']】］)）',
    },
    {
      kind: 'source',
      starts: /^(?:[[【［(（]\s{0,3})?sources?\s{0,3}[:：]/i,
      maxLength: 300,
      closers: ']】］)）',
    },
    { kind: 'link', starts: /^(?=https?:\/\/\S+$)/i, maxLength: 2048 },
    // Before the numbers: '4.png' is no item.
    { kind: 'image', starts: /^(?=[^/\\<>|"]{1,200}\.(?:png|jpe?g|gif|webp|bmp)$)/i, maxLength: 200 },
    { kind: 'continued', starts: /^(?=[[【［(（]\s{0,3}continued from\b)/i, maxLength: 80 },
    { kind: 'toBeContinued', starts: /^(?=[[【［(（]\s{0,3}to be continued\b)/i, maxLength: 80 },
    { kind: 'question', starts: /^Q\d{0,2}(?:$|\s{0,3}[:：])/, maxLength: Number.POSITIVE_INFINITY },
    { kind: 'answer', starts: /^A\d{0,2}(?:$|\s{0,3}[:：])/, maxLength: Number.POSITIVE_INFINITY },
    { kind: 'byline', starts: /^(?:Written )?B[Yy]\s{1,3}(?=\p{Lu})/u, maxLength: 300, neverEndsWith: '.;:!?。；：' },
    {
      kind: 'date',
      starts:
        /^(?=(?:(?:Published|Released?|Date|发布时间|发布日期|日期)\s?[:：]\s{0,3})?\(?\s{0,3}\d{4}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?\s{0,3}\)?(?:\s{0,3}\d{1,2}:\d{2}(?::\d{2})?)?$)/,
      maxLength: 40,
    },
    // 'July 9, 2031 16:20'
    {
      kind: 'date',
      starts: new RegExp(`^(?=${monthName} \\d{1,2}, \\d{4}(?:\\s{1,3}\\d{1,2}:\\d{2}(?::\\d{2})?)?$)`),
      maxLength: 40,
    },
    {
      // '1.X', '1. X' and '1.2025 X' are numbered, '1.5 million' is not.
      kind: 'numbered',
      starts: /^(?<number>\d{1,3}|[０-９]{1,3})\s?[.．、](?:\s{1,3}|(?!\d)|(?=(?:19|20)\d\d\s))(?=\S)/,
      maxLength: Number.POSITIVE_INFINITY,
    },
  ],
  headings: [
    {
      words: ['Laws and Regulations', 'Laws & Regulations', 'Laws and Policies'],
      holds: 'brief',
      children: [{ words: ['National', 'Provincial', 'Municipal', 'Local'], holds: 'brief' }, placeName],
    },
    { words: ['Q&A', 'Q & A', 'Q and A', 'Questions and Answers'], holds: 'interview' },
    {
      words: ['Expert Perspective', 'Expert Perspectives', 'Expert Opinion', 'Expert Opinions', 'Expert Insights'],
      holds: 'article',
    },
    {
      pattern: /^(?:One Week in|ONE WEEK IN) \p{Lu}[\p{L}\p{M}'’ -]{0,48}$/u,
      holds: 'brief',
      children: [
        {
          words: [
            'Latest News',
            'Corporate Activities',
            'Competitive Events',
            'Culture & Art',
            'Culture and Art',
            'Culture & Arts',
            'Culture and Arts',
          ],
          holds: 'brief',
        },
      ],
    },
  ],
  headingFrames: [
    /^【\s{0,3}(?<words>[^【】]{1,60}?)\s{0,3}】$/,
    /^\[\s{0,3}(?<words>[^[\]]{1,60}?)\s{0,3}\]$/,
    /^[■◆▪◼⬛█]\s{0,3}(?<words>\S.{0,60})$/,
  ],
  front: {
    breadcrumbs: [
      /^(?:(?:您(?:现在)?|你|当前|所在)的?位置|首页|Home\s{0,3}[>＞›»])/,
      /^\p{Script=Han}[\p{Script=Han}\w ]{0,30}[>＞›»/／][^.]{1,150}$/u,
    ],
    nameplates: [
      /^[(（]?[Il]ssue\s{0,3}(?:No\.?\s{0,3})?\d{1,9}[)）]?$/i,
      new RegExp(
        `^(?:[Il]ssue\\s{0,3}\\d{1,9}\\s{0,3}[,，]?\\s{0,3})?(?:No\\.?\\s{0,3}\\d{1,2}\\s{0,3}[,，]?\\s{0,3})?${monthName}\\s{0,3}[,，]?(?:\\s{0,3}\\d{4})?$`,
        'i',
      ),
    ],
    publishers: [
      /^(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}$/i,
      /^\p{Lu}[\p{L}\p{M}’'&,() -]{1,100}\b(?:Office|Government|Bureau|Commission|Council|Center|Centre|Authority)(?:,? [\p{L}\p{M}’'&,() -]{1,60})?$/u,
    ],
  },
  contents: {
    heading: /^(?:Catalogue|Catalog|Contents|Table of Contents|In This Issue|目录)\s{0,3}[:：]?$/i,
    bullet: /^[・･·•‧]\s{0,3}/,
    counter: /^\d{1,2}$/,
  },
  articleHeadings: [
    { starts: /^(?<label>[IVX]{1,6})[.．、]\s{0,3}(?=\S)/ },
    { starts: /^(?<label>\d{1,3})\s?[.．、](?:\s{1,3}|(?!\d))(?=\S)/ },
    { starts: /^[(（](?<label>\d{1,3}|[ivx]{1,6})[)）]\s{0,3}(?=\S)/ },
  ],
  issueNumbers: [
    /[(（]\s{0,3}[Il]ssue\s{0,3}(?:No\.?\s{0,3})?(?<number>\d{1,9})(?!\d)/i,
    /^[Il]ssue\s{0,3}(?:No\.?\s{0,3})?(?<number>\d{1,9})(?=$|\s{0,3}[,，]|\s{1,3}\p{L})/iu,
  ],
  printedDates: [
    /[(（]\s{0,3}(?<year>\d{4})\s?[./]\s?(?<month>\d{1,2})\s?[./]\s?(?<day>\d{1,2})\s{0,3}[)）]/,
    /(?<!\d)(?<year>\d{4})\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日/,
    /(?<!\d)(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/,
    new RegExp(
      `(?:^|[(（]\\s{0,3})${monthName} (?<day>\\d{1,2}), (?<year>\\d{4})(?=\\s{0,3}[)）]|(?:\\s{1,3}\\d{1,2}:\\d{2}(?::\\d{2})?)?$)`,
    ),
  ],
  monthCounts: [
    new RegExp(
      `(?<!\\w)No\\.?\\s{0,3}(?<number>\\d{1,2})\\s{0,3}[,，]?\\s{0,3}${monthName}\\s{0,3}[,，]?\\s{0,3}(?<year>\\d{4})(?!\\d)`,
      'i',
    ),
    new RegExp(
      `[(（]\\s{0,3}[Il]ssue\\s{0,3}\\d{1,9}\\s{0,3}[,，]?\\s{0,3}${monthName}\\s{0,3}[,，]?\\s{0,3}(?<year>\\d{4})(?!\\d)`,
      'i',
    ),
    new RegExp(
      `^(?:[Il]ssue\\s{0,3}\\d{1,9}\\s{0,3}[,，]?\\s{0,3})?${monthName}\\s{0,3}[,，]?\\s{0,3}(?<year>\\d{4})$`,
      'i',
    ),
  ],
  headlineMarks: [
    /[(（]\s{0,3}[Il]ssue\s{0,3}(?:No\.?\s{0,3})?[\d０-９]{1,9}(?![\d０-９])[^()（）]{0,60}[)）]/i,
    /[(（]\s{0,3}[\d０-９]{4}\s?[./-]\s?[\d０-９]{1,2}\s?[./-]\s?[\d０-９]{1,2}\s{0,3}[)）]/,
  ],
  sourceChannels,
};
