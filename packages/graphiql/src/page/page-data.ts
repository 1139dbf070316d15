import { PAGE_DATA_ID, type PageData } from '../page-data.js';

/** What the server told the page. */
export function readPageData(): PageData {
  const data: PageData = JSON.parse(document.getElementById(PAGE_DATA_ID)?.textContent ?? '');
  return data;
}
