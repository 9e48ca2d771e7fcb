import type { Suggestion } from './suggestions.ts';

type Props = {
  id: string;
  title: string;
  suggestions: readonly Suggestion[];
  marked: number;
  onChoose: (suggestion: Suggestion) => void;
};

/** Suggestions over the composer; the focus stays in its field, which names the marked one. */
export function SuggestionMenu({ id, title, suggestions, marked, onChoose }: Props) {
  return (
    <div className="commands">
      <p className="commands-title">{title}</p>
      <div id={id} role="listbox" aria-label={title}>
        {suggestions.map((suggestion, index) => (
          <div
            key={suggestion.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            className="command"
            onMouseDown={(event) => {
              // Before the field loses the focus.
              event.preventDefault();
              onChoose(suggestion);
            }}
          >
            <span>
              <strong>{suggestion.title}</strong> <span className="command-usage">{suggestion.note}</span>
            </span>
            {suggestion.detail && <span className="command-description">{suggestion.detail}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
