import { goalOfPhase, type PhaseCode } from '../../../domain/codes.ts';
import type { Health } from '../../../domain/health.ts';
import { addressOf, language } from '../page-state.ts';
import { type ReasonFacts, reasonText } from '../texts/health-reason.ts';
import { HealthMark } from './health-mark.tsx';
import { Link } from './link.tsx';

type HealthWithReasonProps = {
  readonly health: Health | null;
  readonly reason: ReasonFacts | null;
  /** Code of what the health is of; another part that decides it is named. */
  readonly of?: string;
};

/** The mark with its word, which part decides it, and why. */
export function HealthWithReason({ health, reason, of }: HealthWithReasonProps) {
  const why = reason === null ? '' : reasonText(reason, language.value);
  const part = reason !== null && reason.part !== of ? reason.part : null;
  return (
    <span class="health-with-reason">
      <HealthMark health={health} />
      {(why !== '' || part !== null) && (
        <small class="health-why">
          {part !== null && <PartLink part={part} />}
          {part !== null && why !== '' && ': '}
          {why}
        </small>
      )}
    </span>
  );
}

/** A phase is shown on the page of its goal. */
function PartLink({ part }: { readonly part: string }) {
  const goal = part.split('.').length > 2 ? goalOfPhase(part as PhaseCode) : part;
  return <Link to={addressOf({ name: 'GOAL', code: goal })}>{part}</Link>;
}
