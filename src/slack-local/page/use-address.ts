import { useCallback, useEffect, useState } from 'react';

/** Where the page is: kept in the address, so that it survives a reload and two tabs can be two people. */
export type Address = {
  readonly user?: string;
  readonly channel?: string;
  readonly thread?: string;
  readonly tab?: 'home';
};

function readAddress(): Address {
  const query = new URLSearchParams(window.location.search);
  const user = query.get('user');
  const channel = query.get('channel');
  const thread = query.get('thread');
  return {
    ...(user ? { user } : {}),
    ...(channel ? { channel } : {}),
    ...(thread ? { thread } : {}),
    ...(query.get('tab') === 'home' ? { tab: 'home' } : {}),
  };
}

export function useAddress(): readonly [Address, (next: Address, how?: 'push' | 'replace') => void] {
  const [address, setAddress] = useState(readAddress);
  useEffect(() => {
    const follow = () => setAddress(readAddress());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((next: Address, how: 'push' | 'replace' = 'push') => {
    const query = new URLSearchParams(Object.entries(next));
    const url = `${window.location.pathname}?${query}`;
    if (how === 'push') window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
    setAddress(next);
  }, []);
  return [address, go];
}
