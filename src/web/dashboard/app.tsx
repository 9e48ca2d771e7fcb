import { useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { lazy, Suspense } from 'preact/compat';
import { useEffect } from 'preact/hooks';
import { texts } from '../../messages/dashboard.ts';
import { rememberPlace } from './acting/return-place.ts';
import { listenForSignIn } from './acting/viewer.ts';
import { printAddress, type View } from './address.ts';
import { listen } from './data/live.ts';
import { address, language } from './page-state.ts';
import { ErrorBoundary } from './parts/error-boundary.tsx';
import { Shell } from './parts/shell.tsx';
import { Loading, NotFound } from './parts/state-panel.tsx';
import { PlanView } from './views/plan.tsx';

/** The first view comes with the page, the others when they are opened. */
const VIEWS: Readonly<Record<Exclude<View['name'], 'UNKNOWN'>, ComponentType>> = {
  PLAN: PlanView,
  GOAL: lazy(async () => (await import('./views/goal.tsx')).GoalView),
  STRUCTURE: lazy(async () => (await import('./views/structure.tsx')).StructureView),
  TIME: lazy(async () => (await import('./views/time.tsx')).TimeView),
  CHANGES: lazy(async () => (await import('./views/changes.tsx')).ChangesView),
  ATTENTION: lazy(async () => (await import('./views/attention.tsx')).AttentionView),
  OFFICE: lazy(async () => (await import('./views/office.tsx')).OfficeView),
  SIGN_IN: lazy(async () => (await import('./views/sign-in.tsx')).SignInView),
};

export function App() {
  const { view, filters } = address.value;
  // A day gone by does not change; today's does.
  const isLive = filters.asOf === null && view.name !== 'SIGN_IN';
  useEffect(() => (isLive ? listen() : undefined), [isLive]);
  useSignalEffect(() => {
    document.documentElement.lang = language.value;
    document.title = texts(language.value).title;
  });
  // Whoever signs in comes back to where they were.
  const place = view.name === 'SIGN_IN' ? null : printAddress(address.value);
  useEffect(() => {
    if (place !== null) rememberPlace(sessionStorage, place);
  }, [place]);
  useEffect(() => listenForSignIn(), []);
  const Shown = view.name === 'UNKNOWN' ? NotFound : VIEWS[view.name];
  return (
    <Shell>
      <ErrorBoundary key={view.name}>
        <Suspense fallback={<Loading />}>
          <Shown />
        </Suspense>
      </ErrorBoundary>
    </Shell>
  );
}
