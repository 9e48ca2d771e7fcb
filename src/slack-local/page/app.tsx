import { useEffect, useState } from 'react';
import type { PageUser } from '../page-api.ts';
import { readUsers } from './api.ts';
import { recall, remember } from './storage.ts';
import { textsOf } from './texts.ts';
import { useAddress } from './use-address.ts';
import { WorkspacePage } from './workspace-page.tsx';

const retryAfterMs = 2000;

/** Finds out who speaks: the person in the address or, without one, who spoke last in this browser. */
export function App() {
  const [address, go] = useAddress();
  const [users, setUsers] = useState<readonly PageUser[]>();
  const [failures, setFailures] = useState(0);
  // Before the workspace has answered its language is not known: Italian is the product's own.
  const texts = textsOf('it');

  // biome-ignore lint/correctness/useExhaustiveDependencies: a failure is what makes it try again
  useEffect(() => {
    let timer: number | undefined;
    readUsers().then(setUsers, () => {
      timer = window.setTimeout(() => setFailures((count) => count + 1), retryAfterMs);
    });
    return () => window.clearTimeout(timer);
  }, [failures]);

  const people = users?.filter((user) => !user.isBot);
  const known = people?.find((user) => user.id === address.user);
  const other = people?.find((user) => user.id === recall('person')) ?? people?.[0];
  useEffect(() => {
    if (known) remember('person', known.id);
    else if (other) go({ ...address, user: other.id }, 'replace');
  }, [known, other, address, go]);

  if (known && people)
    return <WorkspacePage key={known.id} me={known} people={people} address={address} go={go} />;
  return (
    <p className="blank" role="status">
      {failures > 0 ? texts.cannotLoad : texts.loading}
    </p>
  );
}
