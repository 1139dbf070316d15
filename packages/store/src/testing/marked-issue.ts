/** What only a marked issue says: a word of its own, and a spelling of a name that others have too. */
export const MARKS = ['Zqxmark', 'zqxmark', 'PILOTAGE', 'QUAY NEWS'];

/** A place's name, so that its heading is one of the layout's and makes a rubric. */
const capital = (version: string): string => version.charAt(0).toUpperCase() + version.slice(1);

/** An issue that says in every text what no other says. */
export const marked = (version: string): string => `Zqxmark ${version} opens a quay (Issue 7)
Laws and Regulations
Zqxmark ${capital(version)} Region
1. Zqxmark ${version} Rules Come Into Force
[Keywords: Zqxmark ${version} Keyword, PILOTAGE]
The Zqxmark Toll Office (ZTO) has published rules. The rules shall come into force on December 1, 2026. See https://zqxmark.example.org/${version}.
Source: ZTO Official Account
2. Boats Go Free
[Keywords: Pilotage]
Boats go free, the Zqxmark ${version} says.
Source: QUAY NEWS
Q&A
The head of the Zqxmark ${version} Office answered a question
Q
Why Zqxmark ${version}?
A
Because of Zqxmark ${version}.
Source: Zqxmark ${version} Letters
Expert Perspective
Who Owns a Zqxmark ${version}?
By Odalys Zqxmark ${version} (Zqxmark Chambers)
I. The Zqxmark ${version} Question
Long words on the Zqxmark ${version}.
[To be Continued]
One Week in Zqxmark
Competitive Events
1. Zqxmark ${version} Contest
[Keyword: Contests]
The Zqxmark ${version} Contest will be held from November 7th to 8th, 2026 at the Zqxmark Hall.
Source: Zqxmark Contest
Culture & Art
1. "Lamps" Exhibition
[Keyword: Contests]
The exhibition "Lamps" will be on display at the Zqxmark House from November 14, 2026 to January 31, 2027.
Source: Quay News
`;

/** An issue that names what a marked one names too. */
export const plain = (number: number, venue = 'Lamp House'): string => `A plain week (Issue ${number})
Laws and Regulations
National
1. Dues ${number} Go Up
[Keywords: Pilotage]
Dues go up.
Source: ZTO
2. Dues ${number} Go Down
[Keywords: Pilotage, Dues]
Dues go down.
Source: Quay News
One Week in Town
Culture & Art
1. "Lamps" Exhibition
[Keyword: Contests]
The exhibition "Lamps" will be on display at the ${venue} from November 14, 2026 to January 31, 2027.
Source: Quay News
`;
