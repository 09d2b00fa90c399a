import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  value: string;
  onValue: (value: string) => void;
  options: { value: string; label: string }[];
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
}

/** A labelled choice of one. */
export function Pick({ label, value, onValue, options, hint, error, required = false }: Props) {
  const { t } = useTranslation('kit');
  const id = useId();
  const [missing, setMissing] = useState(false);
  const shown = missing && value === '' ? t('field.choose') : error;
  return (
    <div className="field">
      <label className="fieldLabel" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={shown ? 'pickOne wide32 bad' : 'pickOne wide32'}
        value={value}
        required={required}
        aria-invalid={shown ? true : undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onValue(event.target.value)}
        onInvalid={(event) => {
          event.preventDefault();
          setMissing(true);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <span id={`${id}-hint`}>
        {shown ? (
          <span className="fieldError" role="alert">
            {shown}
          </span>
        ) : (
          hint && <span className="hint s12 t3">{hint}</span>
        )}
      </span>
    </div>
  );
}
