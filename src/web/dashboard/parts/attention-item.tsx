import type { IsoDate } from '../../../domain/dates.ts';
import { texts } from '../../../messages/dashboard.ts';
import { attentionTexts } from '../../../messages/dashboard-attention.ts';
import { addressOf, language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { reasonText } from '../texts/health-reason.ts';
import { percentText, signedText } from '../texts/numbers.ts';
import { type AttentionItem, daysLeft } from './attention-groups.ts';
import { Percent } from './figure.tsx';
import { HealthMark } from './health-mark.tsx';
import { Link } from './link.tsx';

/** Within so many days a deadline stands out, as what falls due does. */
const PRESSING_DAYS = 30;

type ItemProps = { readonly item: AttentionItem; readonly day: IsoDate };

/** One line: what it is, why it is here, until when, and how far it is. */
export function AttentionLine({ item, day }: ItemProps) {
  const t = attentionTexts(language.value);
  const { structures, progress, end } = item;
  const reason = itemReason(item);
  return (
    <li class="attention-item">
      <div class="attention-what">
        <ItemLink item={item} />
        <p class="attention-why">
          <HealthMark health={progress.health} />
          {reason !== '' && <span class="attention-reason">: {reason}</span>}
        </p>
        <p class="attention-structures" lang="it">
          <span class="visually-hidden">{t.structures}: </span>
          {structures.map(({ name }) => name).join(' · ')}
        </p>
      </div>
      <dl class="attention-facts">
        <div>
          <dt>{t.deadline}</dt>
          <dd>
            {dayText(end)}{' '}
            <span class={`attention-days${daysLeft(end, day) <= PRESSING_DAYS ? ' attention-pressing' : ''}`}>
              {daysText(end, day)}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t.progress}</dt>
          <dd>
            <Progress item={item} />
          </dd>
        </div>
      </dl>
    </li>
  );
}

export function ItemLink({ item }: { readonly item: AttentionItem }) {
  const { code, title, phase } = item;
  return (
    <Link class="attention-title" to={addressOf({ name: 'GOAL', code: phase?.goalCode ?? code })}>
      <strong>{code}</strong> <span lang="it">{title}</span>
    </Link>
  );
}

function Progress({ item: { progress } }: { readonly item: AttentionItem }) {
  const t = attentionTexts(language.value);
  const { percent, reason, planned, variance } = progress;
  return (
    <>
      <strong>
        <Percent percent={percent} reason={reason} />
      </strong>{' '}
      {planned.linear !== null && t.ofPlanned(percentText(planned.linear, language.value))}
      {variance.linear !== null && (
        <span class="attention-days"> {t.points(signedText(variance.linear, language.value, 2))}</span>
      )}
      {percent !== null && planned.linear !== null && <Bar percent={percent} planned={planned.linear} />}
    </>
  );
}

/** The figures beside it, drawn: how much is done, and a stroke where it should be. */
function Bar({ percent, planned }: { readonly percent: number; readonly planned: number }) {
  return (
    <svg
      class="attention-bar"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="attention-bar-ground" width="100" height="8" />
      <rect class="attention-bar-done" width={percent} height="8" />
      <line class="attention-bar-planned" x1={planned} x2={planned} y1="0" y2="8" />
    </svg>
  );
}

function daysText(end: string, day: IsoDate): string {
  const t = attentionTexts(language.value);
  const left = daysLeft(end, day);
  return left < 0 ? t.daysLate(-left) : t.daysLeft(left);
}

/** In words. The facts that the API leaves to the item itself are taken from there. */
export function itemReason({ progress, start, end, lastReportedOn }: AttentionItem): string {
  const { healthReason } = progress;
  if (healthReason === null) return texts(language.value).reasons[progress.reason ?? ''] ?? '';
  const text = reasonText({ ...healthReason, start, end, lastReportedOn }, language.value);
  return text === '' && healthReason.kind === 'BLOCKED' ? attentionTexts(language.value).blockedUnsaid : text;
}
