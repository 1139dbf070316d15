import { useState } from 'preact/hooks';
import { ADDRESSES } from '../../page-data.js';
import { applyTheme, savedTheme, THEMES } from '../workspace/theme.js';

/** The head of the page: where one is, where else to go, light or dark. */
export function Header() {
  const [theme, setTheme] = useState(savedTheme.read);
  const choose = (name: string) => {
    const chosen = THEMES.find((each) => each === name) ?? 'system';
    setTheme(chosen);
    applyTheme(chosen);
    savedTheme.write(chosen);
  };
  return (
    <header class="head">
      <h1>
        <a href={ADDRESSES.start}>Broadsheet</a> GraphiQL
      </h1>
      <nav aria-label="This server">
        <a href={ADDRESSES.start}>Start page</a>
        <a href={ADDRESSES.schema}>Schema</a>
      </nav>
      <label class="theme">
        <span>Theme</span>
        <select aria-label="Theme" value={theme} onChange={(event) => choose(event.currentTarget.value)}>
          {THEMES.map((name) => (
            <option key={name} value={name}>
              {name[0]?.toUpperCase()}
              {name.slice(1)}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
