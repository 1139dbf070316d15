const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that end like plurals and are none, or that mean something else than their singular. */
export const INVARIABLE = words(`
  affairs aids airs alias always analytics antitrust arms arts athens atlas axes bases belongings bias blues bowels brains breeches brothers brussels
  canvas chaos christmas circumstances classics clothes commons communications compass concerns contents corps cosmos crossroads customs dallas
  damages diabetes dregs earnings economics effects electronics equities ethics ethos expenses facilities falklands fireworks forces forensics
  fundamentals futures gallows glasses goods grassroots greens grounds guts hermes holdings headquarters honours innings insides irons jeans
  jenkins keras kubernetes kudos lens letters liabilities looks macos maldives manners mars means measles mechanics mercedes mews minus minutes mumps
  netherlands news nexus oats odds olympics ours outskirts overseas pains pandas pants papers paris particulars perhaps philippines politics
  postgres premises proceedings proceeds provisions quarters rabies redis regards relations remains reserves rhodes riches sales savings scales
  scissors securities series seychelles shambles shorts species spectacles spirits sports states summons surroundings talks tens terms texas
  thanks thousands tights trousers utilities values wages wales waters whereas windows wits woods works yours
`);

/** Words that mean something else where they stand alone: 'credit' and 'credits', but 'carbon credit' and 'carbon credits'. */
export const ALONE = words(`
  accounts credits games interests leaves lives majors marks minors notes numbers options parts powers pounds returns rights seconds services
  shares
`);

/** Plurals that no ending tells. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['analyses', 'analysis'],
  ['apis', 'api'],
  ['appendices', 'appendix'],
  ['calves', 'calf'],
  ['children', 'child'],
  ['crises', 'crisis'],
  ['criteria', 'criterion'],
  ['diagnoses', 'diagnosis'],
  ['feet', 'foot'],
  ['fishermen', 'fisherman'],
  ['geese', 'goose'],
  ['halves', 'half'],
  ['hypotheses', 'hypothesis'],
  ['indices', 'index'],
  ['knives', 'knife'],
  ['matrices', 'matrix'],
  ['men', 'man'],
  ['mice', 'mouse'],
  ['oases', 'oasis'],
  ['phenomena', 'phenomenon'],
  ['quizzes', 'quiz'],
  ['shelves', 'shelf'],
  ['syntheses', 'synthesis'],
  ['taxis', 'taxi'],
  ['teeth', 'tooth'],
  ['theses', 'thesis'],
  ['thieves', 'thief'],
  ['vertices', 'vertex'],
  ['wharves', 'wharf'],
  ['wolves', 'wolf'],
  ['women', 'woman'],
  // Of the many words in -ics these are things that one counts.
  ['antibiotics', 'antibiotic'],
  ['clinics', 'clinic'],
  ['critics', 'critic'],
  ['epidemics', 'epidemic'],
  ['fabrics', 'fabric'],
  ['mosaics', 'mosaic'],
  ['pandemics', 'pandemic'],
  ['topics', 'topic'],
]);

/** Singulars whose e is their own, where the ending of the plural would take it away. */
export const SINGULARS_IN_E = words(`
  ache avalanche brownie cache calorie canoe cliche collie cookie creche die foe genie headache hoe hoodie horseshoe lie moustache movie niche
  oboe pie pixie prairie psyche quiche rookie selfie shoe smoothie tie toe toothache zombie
`);

/** Singulars in -s, whose plural has two letters more. */
export const SINGULARS_IN_S = words(`
  alias apparatus atlas bias bonus bus campus canvas census chorus circus consensus corpus focus gas genius iris lens minibus octopus prospectus
  status surplus syllabus virus walrus
`);

/** First parts that are written with a hyphen, apart, or joined to what follows. */
export const PREFIXES = words(`
  agro anti astro bio counter crypto cyber eco electro geo hydro macro micro multi nano neuro non photo pseudo semi socio super tele ultra
`);

/** Compounds that are written with a hyphen, as two words, or as one. */
export const COMPOUNDS = words(`
  air-space back-end block-chain child-care co-operation co-operative code-base data-base data-center data-centre e-book e-business e-commerce
  e-government e-learning e-mail e-mobility e-waste fin-tech fire-wall frame-work free-lance front-end green-house ground-water health-care
  help-desk land-fill land-lord life-style mid-stream name-space off-line off-shore on-line on-shore on-site open-source pay-roll pipe-line
  rain-forest road-map sea-food ship-building ship-yard smart-phone soft-ware start-up time-line trade-mark
  under-water waste-water water-front water-way web-site wild-fire wild-life work-flow work-force work-place work-shop
`);
