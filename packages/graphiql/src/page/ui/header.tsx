import { ADDRESSES } from '../../page-data.js';
import { THEMES, type Theme } from '../workspace/theme.js';

interface HeaderProps {
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
}

/** The head of the page: where one is, where else to go, light or dark. */
export function Header({ theme, onTheme }: HeaderProps) {
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
        <select value={theme} onChange={(event) => onTheme(THEMES.find((name) => name === event.currentTarget.value) ?? 'system')}>
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
