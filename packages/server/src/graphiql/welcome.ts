/** What GraphiQL opens with: it returns content from any publication. */
export const WELCOME = `# Welcome to Broadsheet. Run this, then read the schema in the documentation pane.
query Newest {
  issues(first: 3) {
    nodes {
      title
      number
      publishedOn
      publication { slug title }
      sections { heading depth items { number title keywords { name } sources { name abbreviation } } }
      events { kind title startsOn endsOn place { printed } }
    }
  }
}
`;
