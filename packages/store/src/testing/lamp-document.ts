/** An issue with names in several forms, a definition and signs of two kinds, for tests of what is searched. */
export const lampDocument = (number: number): string => `Lamps come south (Issue ${number}) (2032.01.${9 + number})
One Week in Lanternport
Latest News
1. Lamp no. ${number} comes
[Keywords: Lamps, Quays; quay]
The “Museum of Light” (MOL)  shows its lamps; nobody’s lamp is left out.
Source: MOL
2. A quay opens
Ships moor there.
Source: Quay Watch
`;
