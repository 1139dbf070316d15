import { type Html, html } from '../http/html.js';
import { renderSheet, type Sheet } from '../http/sheet.js';
import type { Contents } from './contents.js';

/** The start page: what this server holds, and where to go. Names lead into GraphiQL, to an operation about them. All addresses are relative. */
export function renderStartPage(contents: Contents): Sheet {
  return renderSheet(
    'What this server holds',
    html`<h1>What this server holds</h1>
${counts(contents)}
${places()}
<div class="columns">
<div>
${issues(contents)}
${contents.upcoming.totalCount > 0 ? events(contents) : null}
</div>
<div>
${publications(contents)}
${names('Commonest keywords', contents.keywords.nodes, 'Keyword')}
${names('Commonest sources', contents.sources.nodes, 'Source')}
${programs()}
</div>
</div>`,
    ROOT,
  );
}

/** It stands at the root itself. */
const ROOT = './';

/** The start page while the database does not answer. */
export function renderAwayPage(): Sheet {
  return renderSheet(
    'Unavailable',
    html`<h1>The database does not answer just now</h1>
<p>Try again in a moment. <a href="readyz">/readyz</a> says when it is back, and the server's log says why.</p>`,
    ROOT,
  );
}

function places(): Html {
  return html`<nav aria-label="Where to go">
<ul class="places">
<li><a class="first" href="graphql"><b>GraphiQL</b>Ask the graph, with examples from what is here</a></li>
<li><a href="graphql#docs"><b>Documentation</b>Every type and field, and what it means</a></li>
<li><a href="schema.graphql"><b>Schema</b>As text, to generate clients from</a></li>
<li><a href="readyz"><b>Health</b>Whether server and database answer</a></li>
</ul>
</nav>`;
}

function counts({ publications, issues, items, sources, keywords, events }: Contents): Html {
  const rows: readonly (readonly [string, string, number])[] = [
    ['publication', 'publications', publications.length],
    ['issue', 'issues', issues.totalCount],
    ['item', 'items', items.totalCount],
    ['source', 'sources', sources.totalCount],
    ['keyword', 'keywords', keywords.totalCount],
    ['event', 'events', events.totalCount],
  ];
  return html`<dl class="counts">
${rows.map(([one, many, count]) => html`<div><dt>${count === 1 ? one : many}</dt><dd>${count.toLocaleString('en')}</dd></div>`)}
</dl>`;
}

function issues({ issues }: Contents): Html {
  if (issues.nodes.length === 0) return beginning();
  return html`<section>
<h2>Newest issues</h2>
<ul class="list">
${issues.nodes.map(({ slug, title, publishedOn, publication }) => {
  const address = inGraphiQL('OneIssue', { publication: publication.slug, slug });
  return html`<li><a href="${address}">${title}</a><small>${publication.title}${publishedOn && html`, ${day(publishedOn)}`}</small></li>`;
})}
</ul>
</section>`;
}

function beginning(): Html {
  return html`<section>
<h2>Nothing is here yet</h2>
<p>Add a publication, then its issues, as they were printed:</p>
<pre tabindex="0">broadsheet publication add my-bulletin --title 'My Bulletin'
broadsheet ingest FOLDER --publication my-bulletin --publish</pre>
</section>`;
}

function events({ upcoming }: Contents): Html {
  return html`<section>
<h2>Upcoming events</h2>
<ul class="list">
${upcoming.nodes.map(({ title, startsOn, endsOn, place }) => {
  const address = inGraphiQL('Events', { from: startsOn ?? endsOn ?? '' });
  return html`<li><a href="${address}">${title}</a><small>${days(startsOn, endsOn)}${place && html`, ${place.printed}`}</small></li>`;
})}
</ul>
</section>`;
}

/** More are in the graph than a page can show. */
const SHOWN = 20;

function publications({ publications }: Contents): Html | null {
  if (publications.length === 0) return null;
  const hidden = publications.length - SHOWN;
  return html`<section>
<h2>Publications</h2>
<ul class="list">
${publications.slice(0, SHOWN).map(({ slug, title, homepage, issues }) => {
  const address = inGraphiQL('NewestIssues', { publication: slug });
  const home = isWebAddress(homepage) ? html`, <a href="${homepage}" rel="noreferrer">homepage</a>` : null;
  return html`<li><a href="${address}">${title}</a><small><code>${slug}</code>, ${counted(issues.totalCount, 'issue')}${home}</small></li>`;
})}
</ul>
${hidden > 0 ? html`<p>and ${hidden} more</p>` : null}
</section>`;
}

/** Of any other kind ('javascript:') no link is made. */
function isWebAddress(address: string | null): address is string {
  return address !== null && /^https?:\/\//i.test(address);
}

function names(heading: string, entities: Contents['keywords']['nodes'], operation: string): Html | null {
  if (entities.length === 0) return null;
  return html`<section>
<h2>${heading}</h2>
<ul class="names">
${entities.map(({ slug, name, itemCount }) => {
  return html`<li><a href="${inGraphiQL(operation, { slug })}">${name}\u00a0<span>${itemCount}</span></a></li>`;
})}
</ul>
</section>`;
}

function programs(): Html {
  return html`<section>
<h2>From a program</h2>
<p>Use the typed client, <code>@broadsheet/sdk</code>, or send operations to <code>/graphql</code> as JSON. <a href="graphql">GraphiQL</a> gives any query as code for the SDK, fetch or curl.</p>
</section>`;
}

/** The address of GraphiQL with one of its examples open, on these variables. */
function inGraphiQL(operationName: string, variables: Readonly<Record<string, string>>): string {
  return `graphql?${new URLSearchParams({ operationName, variables: JSON.stringify(variables) })}`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

function days(startsOn: string | null, endsOn: string | null): Html {
  if (startsOn === null) return html`until ${endsOn && day(endsOn)}`;
  if (endsOn === null) return html`from ${day(startsOn)}`;
  return startsOn === endsOn ? day(startsOn) : html`${day(startsOn)} to ${day(endsOn)}`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

function day(date: string): Html {
  return html`<time datetime="${date}">${DAY.format(new Date(`${date}T00:00:00Z`))}</time>`;
}
