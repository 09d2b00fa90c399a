import { Dropdown } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';

export interface FilterField {
  name: string;
  label: string;
  /** What may be chosen; without it anything may be typed. */
  options?: string[] | undefined;
  pattern?: string;
  hint?: string;
}

interface Props {
  fields: FilterField[];
  onAdd: (name: string, value: string) => void;
}

/** "+ Filter": choose a field, give its value, Enter. */
export function AddFilter({ fields, onAdd }: Props) {
  const { t } = useTranslation('kit');
  const [field, setField] = useState<FilterField | null>(null);
  const [value, setValue] = useState('');
  const list = useId();
  if (fields.length === 0) {
    return null;
  }
  const close = () => {
    setField(null);
    setValue('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (field && value.trim() !== '') {
      onAdd(field.name, value.trim());
    }
    close();
  };
  if (field) {
    return (
      <form className="token adding" onSubmit={submit}>
        <label className="k" htmlFor={`${list}-in`}>
          {field.label}
        </label>
        <input
          id={`${list}-in`}
          autoFocus
          list={field.options ? list : undefined}
          pattern={field.pattern}
          placeholder={field.hint}
          value={value}
          onChange={(event) => setValue(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && close()}
        />
        {field.options && (
          <datalist id={list}>
            {field.options.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        )}
        <button type="submit" className="x" aria-label={t('applyFilter', { what: field.label })}>
          <Icon name="check" size={12} />
        </button>
        <button type="button" className="x" onClick={close} aria-label={t('close')}>
          <Icon name="close" size={12} />
        </button>
      </form>
    );
  }
  return (
    <Dropdown trigger={['click']} menu={{ items: fields.map((one) => ({ key: one.name, label: one.label, onClick: () => setField(one) })) }}>
      <button type="button" className="link plus">
        <Icon name="plus" size={14} />
        {t('addFilter')}
      </button>
    </Dropdown>
  );
}
