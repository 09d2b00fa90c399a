import { useId } from 'react';

export interface Chance<Value extends string> {
  value: Value;
  label: string;
  why?: string;
  /** Why it cannot be chosen here; it stands beside the choice. */
  not?: string | undefined;
}

interface Props<Value extends string> {
  label: string;
  value: Value;
  onValue: (value: Value) => void;
  options: readonly Chance<Value>[];
}

/** One of a few, each with what it means; what cannot be chosen says why. */
export function Choice<Value extends string>({ label, value, onValue, options }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className="fieldLabel">{label}</legend>
      <div className="pick">
        {options.map((option) => (
          <label key={option.value} className={option.not ? 'off' : option.value === value ? 'on' : ''}>
            <input type="radio" name={name} checked={option.value === value && !option.not} disabled={Boolean(option.not)} onChange={() => onValue(option.value)} />
            <span>
              <b>{option.label}</b> {option.why && <span className="t2">{option.why}</span>}
              {option.not && <span className="s12 stack">{option.not}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A few words side by side, of which one holds. */
export function Segments<Value extends string>({ label, value, onValue, options }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className="fieldLabel">{label}</legend>
      <div className="segm">
        {options.map((option) => (
          <label key={option.value} className={option.value === value ? 'on' : ''}>
            <input className="sr" type="radio" name={name} checked={option.value === value} onChange={() => onValue(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
