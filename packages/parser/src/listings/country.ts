/** ISO 3166-1 alpha-2 codes, each with the English names that are printed for it. */
const table =
  'AD Andorra|AE United Arab Emirates/UAE|AF Afghanistan|AG Antigua and Barbuda|AI Anguilla|AL Albania|AM Armenia|AO Angola|AQ Antarctica|AR Argentina|AS American Samoa|AT Austria|AU Australia|AW Aruba|AX Åland|AZ Azerbaijan|' +
  'BA Bosnia and Herzegovina|BB Barbados|BD Bangladesh|BE Belgium|BF Burkina Faso|BG Bulgaria|BH Bahrain|BI Burundi|BJ Benin|BL Saint Barthélemy|BM Bermuda|BN Brunei|BO Bolivia|BQ Bonaire|BR Brazil/Brasil|BS Bahamas|BT Bhutan|BV Bouvet Island|BW Botswana|BY Belarus|BZ Belize|' +
  'CA Canada|CC Cocos Islands|CD DR Congo|CF Central African Republic|CG Congo|CH Switzerland|CI Ivory Coast|CK Cook Islands|CL Chile|CM Cameroon|CN China|CO Colombia|CR Costa Rica|CU Cuba|CV Cape Verde|CW Curaçao|CX Christmas Island|CY Cyprus|CZ Czechia/Czech Republic|' +
  'DE Germany/Deutschland|DJ Djibouti|DK Denmark|DM Dominica|DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|EH Western Sahara|ER Eritrea|ES Spain/España|ET Ethiopia|FI Finland|FJ Fiji|FK Falkland Islands|FM Micronesia|FO Faroe Islands|FR France|' +
  'GA Gabon|GB United Kingdom/UK/U.K./Great Britain/England/Scotland/Wales/Northern Ireland|GD Grenada|GE Georgia|GF French Guiana|GG Guernsey|GH Ghana|GI Gibraltar|GL Greenland|GM Gambia|GN Guinea|GP Guadeloupe|GQ Equatorial Guinea|GR Greece|GS South Georgia|GT Guatemala|GU Guam|GW Guinea-Bissau|GY Guyana|' +
  'HK Hong Kong|HM Heard Island|HN Honduras|HR Croatia|HT Haiti|HU Hungary|ID Indonesia|IE Ireland|IL Israel|IM Isle of Man|IN India|IO British Indian Ocean Territory|IQ Iraq|IR Iran|IS Iceland|IT Italy/Italia|JE Jersey|JM Jamaica|JO Jordan|JP Japan|' +
  'KE Kenya|KG Kyrgyzstan|KH Cambodia|KI Kiribati|KM Comoros|KN Saint Kitts and Nevis|KP North Korea|KR South Korea/Korea|KW Kuwait|KY Cayman Islands|KZ Kazakhstan|LA Laos|LB Lebanon|LC Saint Lucia|LI Liechtenstein|LK Sri Lanka|LR Liberia|LS Lesotho|LT Lithuania|LU Luxembourg|LV Latvia|LY Libya|' +
  'MA Morocco|MC Monaco|MD Moldova|ME Montenegro|MF Saint Martin|MG Madagascar|MH Marshall Islands|MK North Macedonia|ML Mali|MM Myanmar|MN Mongolia|MO Macao/Macau|MP Northern Mariana Islands|MQ Martinique|MR Mauritania|MS Montserrat|MT Malta|MU Mauritius|MV Maldives|MW Malawi|MX Mexico/México|MY Malaysia|MZ Mozambique|' +
  'NA Namibia|NC New Caledonia|NE Niger|NF Norfolk Island|NG Nigeria|NI Nicaragua|NL Netherlands/Holland|NO Norway|NP Nepal|NR Nauru|NU Niue|NZ New Zealand|OM Oman|PA Panama|PE Peru|PF French Polynesia|PG Papua New Guinea|PH Philippines|PK Pakistan|PL Poland|PM Saint Pierre and Miquelon|PN Pitcairn|PR Puerto Rico|PS Palestine|PT Portugal|PW Palau|PY Paraguay|' +
  'QA Qatar|RE Réunion|RO Romania|RS Serbia|RU Russia|RW Rwanda|SA Saudi Arabia|SB Solomon Islands|SC Seychelles|SD Sudan|SE Sweden|SG Singapore|SH Saint Helena|SI Slovenia|SJ Svalbard|SK Slovakia|SL Sierra Leone|SM San Marino|SN Senegal|SO Somalia|SR Suriname|SS South Sudan|ST São Tomé and Príncipe|SV El Salvador|SX Sint Maarten|SY Syria|SZ Eswatini|' +
  'TC Turks and Caicos Islands|TD Chad|TF French Southern Territories|TG Togo|TH Thailand|TJ Tajikistan|TK Tokelau|TL Timor-Leste|TM Turkmenistan|TN Tunisia|TO Tonga|TR Turkey/Türkiye|TT Trinidad and Tobago|TV Tuvalu|TW Taiwan|TZ Tanzania|UA Ukraine|UG Uganda|UM US Minor Outlying Islands|US United States/United States of America/USA/U.S./U.S.A.|UY Uruguay|UZ Uzbekistan|' +
  'VA Vatican City|VC Saint Vincent|VE Venezuela|VG British Virgin Islands|VI US Virgin Islands|VN Vietnam|VU Vanuatu|WF Wallis and Futuna|WS Samoa|YE Yemen|YT Mayotte|ZA South Africa|ZM Zambia|ZW Zimbabwe';

const entries = table.split('|').map((entry) => ({ code: entry.slice(0, 2), names: entry.slice(3).split('/') }));
const codes = new Set(entries.map(({ code }) => code));
const codeByName = new Map(entries.flatMap(({ code, names }) => names.map((name) => [name.toLowerCase(), code])));

/** Short forms of the parts of a country, as they are printed between town and country. */
const regions: Readonly<Record<string, ReadonlySet<string>>> = {
  US: new Set(
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'.split(
      ' ',
    ),
  ),
  CA: new Set('AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' ')),
  AU: new Set('ACT NSW NT QLD SA TAS VIC WA'.split(' ')),
  GB: new Set('ENG SCT WLS NIR'.split(' ')),
};

/** The ISO 3166-1 alpha-2 code of a country by its code or English name; 'UK' is GB. Null for what is none. */
export function countryOf(printed: string): string | null {
  const name = printed.trim().replace(/^the\s/i, '');
  if (/^\p{L}{2}$/u.test(name) && codes.has(name.toUpperCase())) return name.toUpperCase();
  return codeByName.get(name.toLowerCase()) ?? null;
}

/** Whether a short form names a part of that country: 'TX' of US, 'BC' of CA. */
export function isRegionOf(country: string, printed: string): boolean {
  return regions[country]?.has(printed.trim().toUpperCase()) ?? false;
}

/** The only country that has a part with this short form; null where none or several have. */
export function countryOfRegion(printed: string): string | null {
  const found = Object.keys(regions).filter((country) => isRegionOf(country, printed));
  return found.length === 1 ? (found[0] ?? null) : null;
}
