import { useTranslation } from 'react-i18next';

const ABOVE = ['require', 'model', 'scan', 'find', 'gate'];
const BELOW = ['prove', 'learn', 'respond', 'watch', 'release'];

/** The assurance loop, drawn; its last station is the proof. */
export function LoopPicture() {
  const { t } = useTranslation('access');
  return (
    <svg className="chart" viewBox="0 0 520 248" role="img" aria-label={t('loop.label')}>
      <rect x="36" y="64" width="448" height="120" rx="60" fill="none" stroke="var(--neutral-lineStrong)" strokeWidth="1.5" />
      {[...ABOVE, ...BELOW].map((name, place) => {
        const above = place < 5;
        const x = 104 + 78 * (place % 5);
        return (
          <g key={name}>
            <circle cx={x} cy={above ? 64 : 184} r="6" fill={name === 'prove' ? '#D9A63C' : 'var(--neutral-bg)'} stroke="var(--neutral-text2)" strokeWidth="1.5" />
            <text x={x} y={above ? 46 : 216} textAnchor="middle" fontSize="14" fontWeight={name === 'prove' ? 600 : 400} fill="var(--neutral-text)">
              {t(`loop.${name}`)}
            </text>
          </g>
        );
      })}
      <path d="m218 60 6 4-6 4" fill="none" stroke="var(--neutral-text3)" strokeWidth="1.5" />
      <path d="m302 180-6 4 6 4" fill="none" stroke="var(--neutral-text3)" strokeWidth="1.5" />
      <text x="260" y="120" textAnchor="middle" fontSize="16" fontWeight="600" fill="var(--neutral-text)">
        {t('loop.evidence')}
      </text>
      <text x="260" y="146" textAnchor="middle" fontSize="14" fill="var(--neutral-text2)">
        {t('loop.computed')}
      </text>
    </svg>
  );
}
