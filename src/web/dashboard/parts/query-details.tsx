import { useState } from 'preact/hooks';
import { frameTexts } from '../../../messages/dashboard-frame.ts';
import { documentId, type OperationName } from '../data/ask.ts';
import { language } from '../page-state.ts';
import { callText } from '../texts/call-text.ts';

type QueryDetailsProps = { readonly label: string; readonly name: OperationName; readonly variables: object };

/** The query behind what is shown, what it was asked with, and how another program asks the same. */
export function QueryDetails({ label, name, variables }: QueryDetailsProps) {
  const t = frameTexts(language.value);
  const [text, setText] = useState<string | null>(null);
  const load = async () => setText((await import('../texts/operation-texts.ts')).operationText(name));
  return (
    <details
      class="query"
      onToggle={(event) => {
        if (event.currentTarget.open && text === null) load().catch(() => setText(''));
      }}
    >
      <summary aria-label={label}>{t.query}</summary>
      <div class="query-parts">
        {text !== null && text !== '' && <Code label={t.queryText} code={text} />}
        <Code label={t.queryVariables} code={JSON.stringify(variables, null, 2)} />
        <Code
          label={t.queryCall}
          code={callText({ origin: location.origin, documentId: documentId(name), variables, key: t.key })}
        />
      </div>
    </details>
  );
}

function Code({ label, code }: { readonly label: string; readonly code: string }) {
  return (
    <figure class="query-part">
      <figcaption>{label}</figcaption>
      <pre>
        <code>{code}</code>
      </pre>
    </figure>
  );
}
