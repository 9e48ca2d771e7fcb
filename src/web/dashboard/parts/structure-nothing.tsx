import { Empty } from './state-panel.tsx';

/** Where nothing is wrong there is no table, but the good news. */
export function StructureNothing({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section>
      <h2>{title}</h2>
      <Empty>{text}</Empty>
    </section>
  );
}
