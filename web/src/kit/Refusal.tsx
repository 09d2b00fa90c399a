import { useTranslation } from 'react-i18next';
import { VerdictShape } from './Verdict';
import { reference, type Refused } from './States';

interface Props {
  error: unknown;
  /** Fields that say themselves what is wrong with them. */
  placed?: string[];
}

/** Why a command was refused, beside the button that asked for it. */
export function Refusal({ error, placed = [] }: Props) {
  const { t } = useTranslation('kit');
  if (!error) {
    return null;
  }
  const refused = error as Refused;
  const ref = reference(refused.instance);
  const faults = (refused.faults ?? []).filter((fault) => !placed.includes(fault.place));
  if (faults.length === 0 && (refused.faults?.length ?? 0) > 0) {
    return null;
  }
  return (
    <div className="note bad" role="alert">
      <span className="mt2">
        <VerdictShape verdict="BLOCK" />
      </span>
      <div className="grow">
        {refused.status > 0 ? (refused.detail ?? refused.title) : t('state.noAnswer')} {refused.status >= 500 && ref && t('state.reference', { ref })}
        {faults.length > 0 && (
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.place}${fault.message}`}>
                <span className="mono">{fault.place}</span> {fault.message}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
