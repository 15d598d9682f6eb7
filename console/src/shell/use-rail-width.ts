import { useState } from 'react';

const name = 'kunci-rail';

/** Whether the rail shows icons only, and what turns that; remembered in this browser. */
export function useRailWidth(): readonly [boolean, () => void] {
  const [narrow, setNarrow] = useState(() => remembered() === 'narrow');
  return [
    narrow,
    () => {
      setNarrow(!narrow);
      remember(narrow ? 'wide' : 'narrow');
    },
  ];
}

// A browser that may keep nothing says so by throwing. Then the rail is as it was at the next visit.
function remembered(): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(width: 'narrow' | 'wide'): boolean {
  try {
    localStorage.setItem(name, width);
    return true;
  } catch {
    return false;
  }
}
