import { useId } from 'react';

interface Props {
  label: string;
  value: string;
  onValue: (value: string) => void;
  options: { value: string; label: string }[];
}

/** A labelled choice of one. */
export function Pick({ label, value, onValue, options }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label className="fieldLabel" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="pickOne wide32" value={value} onChange={(event) => onValue(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
