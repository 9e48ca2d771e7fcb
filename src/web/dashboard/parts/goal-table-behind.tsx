import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

type TableBehindProps = { readonly label: string; readonly children: () => ComponentChildren };

/** The table behind a picture. It is made when it is opened: it may have a thousand rows. */
export function TableBehind({ label, children }: TableBehindProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="table-behind" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {isOpen && children()}
    </details>
  );
}
