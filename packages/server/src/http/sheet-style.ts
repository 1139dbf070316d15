/** The style of the pages that need no JavaScript: one column on a phone, two on a wide screen, light and dark as the reader's system is. */
export const SHEET_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #faf8f3; --panel: #fff; --ink: #1d1b18; --soft: #5d574d; --rule: #ddd6c8; --accent: #8a2b1d; --on-accent: #fff;
  --serif: Georgia, 'Times New Roman', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif;
  --mono: ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #15161a; --panel: #1c1e23; --ink: #ece8df; --soft: #aca598; --rule: #363942; --accent: #f0957f; --on-accent: #2a0f08; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 var(--sans); }
header, main { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .9rem; padding-top: 1.5rem; color: var(--soft); }
main { padding-bottom: 3rem; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
.brand { font: 700 2rem/1.2 var(--serif); color: var(--ink); text-decoration: none; letter-spacing: -.01em; }
h1 { font: 700 1.6rem/1.25 var(--serif); margin: 2rem 0 .5rem; text-wrap: balance; }
h2 { font: 700 1.1rem/1.3 var(--serif); margin: 0 0 .6rem; padding-bottom: .35rem; border-bottom: 1px solid var(--rule); }
p { margin: .4rem 0; }
code, pre { font: .85rem/1.5 var(--mono); }
pre { margin: .6rem 0 0; padding: .8rem 1rem; overflow-x: auto; background: var(--paper); border: 1px solid var(--rule); border-radius: 6px; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); margin: 1.2rem 0 1.6rem; padding: 0; border-block: 3px double var(--rule); }
.counts div { display: flex; flex-direction: column-reverse; padding: .7rem 0; }
.counts dt { color: var(--soft); font-size: .9rem; }
.counts dd { margin: 0; font: 700 1.75rem/1.2 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
.places { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .8rem; margin: 0 0 1.6rem; padding: 0; list-style: none; }
.places a { display: block; height: 100%; padding: .8rem 1rem; background: var(--panel); border: 1px solid var(--rule); border-radius: 8px; color: var(--soft); text-decoration: none; font-size: .92rem; text-wrap: balance; }
.places a:hover { border-color: var(--accent); }
.places b { display: block; color: var(--accent); font-size: 1.02rem; }
.places .first { background: var(--accent); border-color: var(--accent); }
.places .first, .places .first b { color: var(--on-accent); }
.columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1rem; align-items: start; }
.columns > div { display: grid; gap: 1rem; }
section { min-width: 0; padding: 1rem 1.15rem; background: var(--panel); border: 1px solid var(--rule); border-radius: 8px; }
ul.list { margin: 0; padding: 0; list-style: none; }
ul.list li { padding: .5rem 0; overflow-wrap: anywhere; text-wrap: pretty; }
ul.list li:first-child { padding-top: 0; }
ul.list li:last-child { padding-bottom: 0; }
ul.list li + li { border-top: 1px solid var(--rule); }
small { display: block; color: var(--soft); font-size: .88rem; }
time { white-space: nowrap; }
.names { display: flex; flex-wrap: wrap; gap: .4rem .5rem; margin: 0; padding: 0; list-style: none; }
.names a { display: inline-block; padding: .15rem .6rem; border: 1px solid var(--rule); border-radius: 1rem; text-decoration: none; font-size: .92rem; overflow-wrap: anywhere; }
.names a:hover { border-color: var(--accent); }
.names span { color: var(--soft); }
.problem { max-width: 44rem; margin-top: 2rem; padding: 1.4rem 1.6rem; }
.problem h1 { margin: 0 0 .6rem; }
.problem h1 span { margin-left: .3rem; font: 1rem/1 var(--mono); color: var(--soft); }
.ways { display: flex; flex-wrap: wrap; gap: .6rem; margin-top: 1.1rem; }
.ways a { padding: .4rem .9rem; border: 1px solid var(--rule); border-radius: 6px; text-decoration: none; }
.ways a:hover { border-color: var(--accent); }
.ways .first { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
@media (max-width: 46rem) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  .counts { grid-template-columns: repeat(3, 1fr); }
  .brand { font-size: 1.7rem; }
}
`;
