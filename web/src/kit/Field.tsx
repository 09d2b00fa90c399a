import { useId, useState, type InputHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  large?: boolean;
}

/** A labelled input; help and error stand under it. The error comes when the field is left, or with the answer of the server. */
export function Field({ label, value, onValue, hint, error, large = false, ...input }: Props) {
  const { t } = useTranslation('kit');
  const id = useId();
  const [wrong, setWrong] = useState<string | null>(null);
  const check = (field: HTMLInputElement) =>
    setWrong(field.validity.valid ? null : field.validity.valueMissing ? t('field.required') : field.validity.tooShort ? t('field.short', { least: field.minLength }) : hint ? t('field.form', { hint }) : t('field.wrong'));
  const shown = wrong ?? error;
  return (
    <div className="field">
      <label className="fieldLabel" htmlFor={id}>
        {label}
      </label>
      <span className={`input${large ? ' lg' : ''}${shown ? ' bad' : ''}`}>
        <input
          {...input}
          id={id}
          value={value}
          onChange={(event) => {
            onValue(event.target.value);
            if (wrong !== null) {
              check(event.target);
            }
          }}
          onBlur={(event) => event.target.value !== '' && check(event.target)}
          onInvalid={(event) => {
            event.preventDefault();
            check(event.currentTarget);
          }}
          aria-invalid={shown ? true : undefined}
          aria-describedby={`${id}-hint`}
        />
      </span>
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
