import { useTranslation } from 'react-i18next';

export const VERDICTS = ['PASS', 'PASS_WITH_WAIVERS', 'WARN', 'BLOCK', 'NO_DATA', 'STALE', 'BYPASSED'] as const;
export type Verdict = (typeof VERDICTS)[number];

const STYLE: Record<Verdict, string> = {
  PASS: 'v-pass',
  PASS_WITH_WAIVERS: 'v-waiv',
  WARN: 'v-warn',
  BLOCK: 'v-block',
  NO_DATA: 'v-nodata',
  STALE: 'v-stale',
  BYPASSED: 'v-byp',
};

const round = { strokeLinecap: 'round', strokeLinejoin: 'round', fill: 'none' } as const;

function shape(verdict: Verdict) {
  switch (verdict) {
    case 'PASS':
      return (
        <>
          <circle cx="8" cy="8" r="7" fill="var(--verdict-pass-fill)" />
          <path d="m4.8 8.3 2.2 2.2 4.2-4.8" stroke="var(--neutral-surface)" strokeWidth="1.8" {...round} />
        </>
      );
    case 'PASS_WITH_WAIVERS':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" fill="none" stroke="var(--verdict-passWithWaivers-fill)" strokeWidth="1.6" strokeDasharray="3.4 1.5" />
          <path d="m5 8.2 2.1 2.1 4-4.6" stroke="var(--verdict-passWithWaivers-fg)" strokeWidth="1.8" {...round} />
        </>
      );
    case 'WARN':
      return (
        <>
          <path d="M8 1.4 15.2 14H.8z" fill="var(--verdict-warn-fill)" stroke="var(--verdict-warn-fill)" strokeLinejoin="round" />
          <path d="M8 5.6v4M8 11.6v.2" stroke="var(--neutral-surface)" strokeWidth="1.8" {...round} />
        </>
      );
    case 'BLOCK':
      return (
        <>
          <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="var(--verdict-block-fill)" />
          <path d="M4.4 8h7.2" stroke="var(--neutral-surface)" strokeWidth="2.2" strokeLinecap="round" />
        </>
      );
    case 'NO_DATA':
      return (
        <>
          <circle cx="8" cy="8" r="6.4" fill="none" stroke="var(--verdict-noData-fill)" strokeWidth="1.5" strokeDasharray="2 2.02" />
          <path d="M6.3 6.6a1.8 1.8 0 1 1 2.5 1.6c-.6.3-.8.6-.8 1.1M8 11.3v.1" stroke="var(--verdict-noData-fg)" strokeWidth="1.5" {...round} />
        </>
      );
    case 'STALE':
      return (
        <>
          <circle cx="8" cy="8" r="6.4" fill="none" stroke="var(--verdict-stale-fill)" strokeWidth="1.5" />
          <path d="M8 4.4V8l2.6 1.6" stroke="var(--verdict-stale-fg)" strokeWidth="1.6" {...round} />
        </>
      );
    case 'BYPASSED':
      return (
        <>
          <path d="M8 .8 15.2 8 8 15.2.8 8z" fill="var(--verdict-bypassed-fill)" stroke="var(--verdict-bypassed-fg)" strokeWidth=".8" />
          <path d="M4.8 8h5.6M8.3 5.8 10.6 8 8.3 10.2" stroke="var(--verdict-bypassed-fg)" strokeWidth="1.5" {...round} />
        </>
      );
  }
}

/** The shape alone, for places where the word stands beside it. */
export function VerdictShape({ verdict, size = 16 }: { verdict: Verdict; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {shape(verdict)}
    </svg>
  );
}

interface Props {
  verdict: Verdict;
  /** Tint and border: only for the page's own verdict. */
  badge?: boolean;
  /** Another word for the same shape. */
  word?: string;
}

/** A verdict by shape, word and colour. */
export function VerdictMark({ verdict, badge = false, word }: Props) {
  const { t } = useTranslation('kit');
  return (
    <span className={`v ${STYLE[verdict]}${badge ? ' badge big' : ''}`}>
      <VerdictShape verdict={verdict} size={badge ? 20 : 16} />
      {word ?? t(`verdict.${verdict}`)}
    </span>
  );
}
