import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export const STATUSES = ['OPEN', 'TRIAGED', 'MENDING', 'FIXED', 'CLOSED', 'FALSE_POSITIVE', 'ACCEPTED', 'REOPENED', 'GONE'] as const;
export type Status = (typeof STATUSES)[number];

const ring = (color: string, more?: ReactNode, dashes?: string) => (
  <>
    <circle cx="7" cy="7" r="5.7" fill="none" stroke={color} strokeWidth="1.5" strokeDasharray={dashes} />
    {more}
  </>
);

const SHAPES: Record<Status, ReactNode> = {
  OPEN: ring('var(--status-open-fill)', undefined, '1.9 1.68'),
  TRIAGED: ring('var(--status-triaged-fill)'),
  MENDING: ring('var(--status-mending-fill)', <path d="M7 3.6a3.4 3.4 0 0 1 0 6.8z" fill="var(--status-mending-fill)" />),
  FIXED: ring('var(--status-fixed-fill)', <path d="M7 3.6a3.4 3.4 0 1 1-3.4 3.4H7z" fill="var(--status-fixed-fill)" />),
  CLOSED: (
    <>
      <circle cx="7" cy="7" r="6.4" fill="var(--status-closed-fill)" />
      <path d="m4.2 7.2 2 2 3.6-4.2" fill="none" stroke="var(--neutral-surface)" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  GONE: ring('var(--status-closed-fill)', <path d="M4.6 7h4.8" stroke="var(--status-closed-fill)" strokeWidth="1.5" strokeLinecap="round" />),
  FALSE_POSITIVE: ring('var(--status-falsePositive-fill)', <path d="m3.4 10.6 7.2-7.2" stroke="var(--status-falsePositive-fill)" strokeWidth="1.5" />),
  ACCEPTED: ring('var(--status-accepted-fill)', <path d="M5.6 4.8v4.4M8.4 4.8v4.4" stroke="var(--status-accepted-fill)" strokeWidth="1.5" strokeLinecap="round" />),
  REOPENED: <path d="M11.8 4.6A5.4 5.4 0 1 0 12.4 8M12.2 1.8v3h-3" fill="none" stroke="var(--status-overdue-fill)" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />,
};

/** The state of a finding: a circle that fills, and the word. */
export function StatusMark({ status }: { status: Status }) {
  const { t } = useTranslation('kit');
  return (
    <span className="st">
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {SHAPES[status]}
      </svg>
      {t(`status.${status}`)}
    </span>
  );
}
