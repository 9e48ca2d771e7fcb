import { officeTexts } from '../../../messages/dashboard-office.ts';
import { language } from '../page-state.ts';
import { OfficeAnswers } from '../parts/office-answers.tsx';
import { OfficeMessages } from '../parts/office-messages.tsx';
import { OfficeHistory, OfficeNext } from '../parts/office-schedule.tsx';
import '../parts/office.scss';

/** For the planning office: whether what the product says arrives, and whether what it does by itself is done. */
export function OfficeView() {
  const t = officeTexts(language.value);
  return (
    <div class="office">
      <h1 tabIndex={-1}>{t.title}</h1>
      <p>{t.intro}</p>
      <OfficeMessages />
      <OfficeNext />
      <OfficeAnswers />
      <OfficeHistory />
    </div>
  );
}
