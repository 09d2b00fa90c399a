import { useId, type InputHTMLAttributes } from 'react';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  large?: boolean;
}

/** A labelled input; help and error stand under it. */
export function Field({ label, value, onValue, hint, error, large = false, ...input }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label className="fieldLabel" htmlFor={id}>
        {label}
      </label>
      <span className={`input${large ? ' lg' : ''}${error ? ' bad' : ''}`}>
        <input {...input} id={id} value={value} onChange={(event) => onValue(event.target.value)} aria-invalid={error ? true : undefined} aria-describedby={`${id}-hint`} />
      </span>
      <span id={`${id}-hint`}>
        {error ? <span className="fieldError">{error}</span> : hint && <span className="hint s12 t3">{hint}</span>}
      </span>
    </div>
  );
}
