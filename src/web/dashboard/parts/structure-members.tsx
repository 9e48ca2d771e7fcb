import { structureTexts } from '../../../messages/dashboard-structure.ts';
import type { AnswerOf } from '../data/ask.ts';
import { language } from '../page-state.ts';

type Members = NonNullable<NonNullable<AnswerOf<'structure-detail'>['structure']>['members']>;

/** Who works there: by name because somebody must be reached, and only for whoever the API tells it to. */
export function StructureMembers({ members }: { readonly members: Members }) {
  const s = structureTexts(language.value);
  return (
    <details class="structure-members">
      <summary>{s.people}</summary>
      <ul class="structure-people">
        {members.map(({ name, title, role }) => (
          <li key={name}>
            {s.member(name, title)}
            {role === 'HEAD' && ` (${s.head})`}
          </li>
        ))}
      </ul>
    </details>
  );
}
