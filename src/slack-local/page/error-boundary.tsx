import { Component, type ReactNode } from 'react';

/** A message that cannot be drawn is replaced by `fallback`; the rest of the page goes on. */
export class ErrorBoundary extends Component<{ fallback: ReactNode; children: ReactNode }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
