import type { AskedFigures } from './asked-view.ts';

/**
 * `make`, which is asked once for each part of a plan's figures and way of asking: a plan shows each of its goals three
 * times over, and what was not touched by a report stays the same object from one version of the figures to the next.
 * A view may look at the part, its plan and baseline and at what was asked, and at nothing else.
 */
export function kept<Part extends object, View extends object>(
  make: (figures: AskedFigures, part: Part) => View,
): (figures: AskedFigures, part: Part) => View {
  const views = new WeakMap<Part, Map<string, View>>();
  return (figures, part) => {
    // Of a part there are four ways of asking: with its day or without, with its baseline or without.
    const byQuestion = views.get(part) ?? new Map<string, View>();
    const { asked } = figures;
    const question = asked === undefined ? '' : `${asked.asOf}/${asked.baseline}`;
    const found = byQuestion.get(question);
    if (found) return found;
    const view = make(figures, part);
    byQuestion.set(question, view);
    views.set(part, byQuestion);
    return view;
  };
}
