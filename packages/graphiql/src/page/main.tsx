import { render } from 'preact';
import { App } from './app.js';
import './style.css';
import { readPageData } from './page-data.js';
import { applyTheme, savedTheme } from './workspace/theme.js';

applyTheme(savedTheme.read());
const place = document.getElementById('graphiql');
if (place !== null) {
  place.replaceChildren();
  render(<App data={readPageData()} />, place);
}
