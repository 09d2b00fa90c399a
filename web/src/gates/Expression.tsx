import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PartValue } from '../api/gates';

/** How a value is shown: what says no or is unknown must not look like a yes. */
function style(value: string): string {
  return value === 'true' ? 'yes' : value === 'false' ? 'no' : value === 'unknown' ? 'unk' : 'val2';
}

interface Props {
  id: string;
  text: string;
  values: PartValue[];
  of?: string;
}

/** The text of a rule, and under it each part with the value that it had for one finding. */
export function Expression({ id, text, values, of }: Props) {
  const { t } = useTranslation('gates');
  return (
    <div className="expr">
      <div className="s12 t3 row between wrap">
        <span>
          {of ? (
            <span className="inText">
              {t('valuesOf')} <Link to={`/findings/${of}`}>{of}</Link>
            </span>
          ) : (
            t('text')
          )}
        </span>
        <span className="mono">{id}</span>
      </div>
      <pre className="whole mt4">{text}</pre>
      {values.length > 0 && (
        <table>
          <tbody>
            {values
              .filter((value) => value.depth > 0)
              .map((value, place) => (
                <tr key={`${place}${value.expression}`}>
                  <td className="src" style={{ paddingLeft: 16 * (value.depth - 1) }}>
                    {value.expression}
                  </td>
                  <td className="val">
                    <span className={style(value.value)}>{value.value}</span>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
