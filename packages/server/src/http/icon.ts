/** The mark of Broadsheet: a folded sheet with its columns. It shows on light and on dark. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect x="3" y="3" width="26" height="26" rx="5" fill="#8a2b1d"/>
<path d="M8 10h16M8 15h7M8 19h7M8 23h7M18 15h6M18 19h6M18 23h6" stroke="#fff" stroke-width="2.2" stroke-linecap="round"/>
</svg>
`;
