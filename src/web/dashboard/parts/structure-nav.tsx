import { structureTexts } from '../../../messages/dashboard-structure.ts';
import { addressOf, language } from '../page-state.ts';
import { Link } from './link.tsx';

type StructureNavProps = {
  readonly structures: readonly { readonly code: string; readonly name: string }[];
  /** Code of the one that is shown. */
  readonly shown: string;
};

/** From one structure to another, under the same filters. */
export function StructureNav({ structures, shown }: StructureNavProps) {
  return (
    <nav class="structure-nav" aria-label={structureTexts(language.value).choose}>
      <ul>
        {structures.map(({ code, name }) => (
          <li key={code}>
            <Link
              to={addressOf({ name: 'STRUCTURE', code })}
              title={name}
              aria-current={code === shown ? 'page' : undefined}
            >
              {code}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
