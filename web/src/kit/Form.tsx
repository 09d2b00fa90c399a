import type { FormEvent, ReactNode } from 'react';

interface Props {
  className?: string;
  label?: string;
  onSubmit: () => void;
  children: ReactNode;
}

/** A form whose fields say themselves what is wrong with them; it is sent only when none does. */
export function Form({ className, label, onSubmit, children }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Each field that does not hold hears of it and writes its own sentence.
    if (event.currentTarget.checkValidity()) {
      onSubmit();
    } else {
      event.currentTarget.querySelector<HTMLElement>(':invalid:not(fieldset)')?.focus();
    }
  };
  return (
    <form className={className} aria-label={label} noValidate onSubmit={submit}>
      {children}
    </form>
  );
}
