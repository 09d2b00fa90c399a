import { useTranslation } from 'react-i18next';
import { VerdictShape } from './Verdict';
import { reference, type Refused } from './States';

/** Why a command was refused, beside the button that asked for it. */
export function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation('kit');
  if (!error) {
    return null;
  }
  const refused = error as Refused;
  const ref = reference(refused.instance);
  return (
    <div className="note bad" role="alert">
      <span className="mt2">
        <VerdictShape verdict="BLOCK" />
      </span>
      <div className="grow">
        {refused.status > 0 ? (refused.detail ?? refused.title) : t('state.noAnswer')} {refused.status >= 500 && ref && t('state.reference', { ref })}
        {refused.faults && refused.faults.length > 0 && (
          <ul>
            {refused.faults.map((fault) => (
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
