import { useEffect, useState } from 'preact/hooks';

/** As in the style sheet: where there is room for one part at a time. */
const NARROW = '(max-width: 820px)';

/** Whether the screen is narrow now. */
export function isNarrow(): boolean {
  return matchMedia(NARROW).matches;
}

/** Whether the screen is narrow, followed as it changes. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(isNarrow);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const follow = () => setNarrow(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return narrow;
}
