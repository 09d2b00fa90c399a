import { useTranslation } from 'react-i18next';

export const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFO'] as const;
export type Severity = (typeof SEVERITIES)[number];

const STYLE: Record<Severity, [string, number]> = {
  CRITICAL: ['sev-c', 4],
  HIGH: ['sev-h', 3],
  MEDIUM: ['sev-m', 2],
  LOW: ['sev-l', 1],
  INFO: ['sev-i', 0],
};

function Bar({ place, filled }: { place: number; filled: boolean }) {
  const x = 1 + 3.2 * place;
  const height = 5 + 2.6 * place;
  const y = 13.4 - height;
  return filled ? (
    <rect x={x} y={y} width="2.2" height={height} rx=".6" fill="var(--f)" />
  ) : (
    <rect x={x + 0.4} y={y + 0.4} width="1.4" height={height - 0.8} rx=".5" fill="none" stroke="var(--neutral-disabled)" strokeWidth=".8" />
  );
}

/** The class that carries the colour of a severity, as --f. */
export function severityStyle(severity: Severity): string {
  return STYLE[severity][0];
}

/** A severity: four bars, of which as many are filled as it weighs, and the word. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const { t } = useTranslation('kit');
  const [style, bars] = STYLE[severity];
  return (
    <span className={`sev ${style}`}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {[0, 1, 2, 3].map((place) => (
          <Bar key={place} place={place} filled={place < bars} />
        ))}
      </svg>
      {t(`severity.${severity}`)}
    </span>
  );
}
