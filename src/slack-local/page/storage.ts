/** What this browser remembers of the workspace. Blocked or broken storage costs the memory, nothing else. */
export function recall(key: string): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(`workspace.${key}`) ?? 'null');
  } catch {
    return null;
  }
}

/** Tells whether it was kept. */
export function remember(key: string, value: unknown): boolean {
  try {
    window.localStorage.setItem(`workspace.${key}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
