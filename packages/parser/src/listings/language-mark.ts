/** Languages that items are marked with: BCP 47, then other codes and names that are printed for them. */
const table =
  'ar Arabic|az Azerbaijani|be Belarusian|bg Bulgarian|bn Bengali|ca Catalan|cs CZ Czech|da DK Danish|de German Deutsch|el GR Greek|en English|eo Esperanto|es Spanish Español|et Estonian|eu Basque|fa Persian Farsi|fi Finnish|fr French Français|gl Galician|he Hebrew|hi Hindi|hr Croatian|hu Hungarian|id Indonesian|is Icelandic|it Italian Italiano|ja JP Japanese 日本語|ka Georgian|kk Kazakh|ko KR Korean 한국어|lt Lithuanian|lv Latvian|nl Dutch|nb|no Norwegian|pl Polish Polski|pt Portuguese Português|pt-BR BR BR-PT|pt-PT|ro Romanian|ru Russian Русский|sk Slovak|sl Slovenian|sr Serbian|sv Swedish|ta Tamil|th Thai|tr Turkish|uk UA Ukrainian|ur Urdu|uz Uzbek|vi VN Vietnamese|zh CN Chinese 中文|zh-CN|zh-TW|zh-HK|zh-Hans|zh-Hant|es-MX|es-AR|en-GB|en-US|fr-CA|de-AT|de-CH';

const tagByMark = new Map(
  table.split('|').flatMap((entry) => {
    const [tag = '', ...marks] = entry.split(' ');
    return [tag, ...marks].map((mark) => [mark.toLowerCase(), tag]);
  }),
);

/** The language that a mark names, as BCP 47: 'ES', 'PT-BR', 'JP' (Japanese), 'Spanish', '中文'; null for what is none. */
export function languageOf(mark: string): string | null {
  return tagByMark.get(mark.trim().replace('_', '-').toLowerCase()) ?? null;
}
