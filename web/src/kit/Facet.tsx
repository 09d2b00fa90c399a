import type { ReactNode } from 'react';
import { number } from './time';

interface Props {
  title: string;
  options: { value: string; label: ReactNode; count?: number | undefined }[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** The values of one field of a list, with how many rows each has; a tick filters. */
export function Facet({ title, options, chosen, onChange }: Props) {
  return (
    <section>
      <h3 className="s12 t3">{title}</h3>
      <ul>
        {options.map((option) => {
          const on = chosen.includes(option.value);
          return (
            <li key={option.value}>
              <button
                type="button"
                role="checkbox"
                aria-checked={on}
                onClick={() => onChange(on ? chosen.filter((one) => one !== option.value) : [...chosen, option.value])}
              >
                <span className={on ? 'box on' : 'box'} />
                <span className="cut grow">{option.label}</span>
                {option.count !== undefined && <span className="t3">{number(option.count)}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
