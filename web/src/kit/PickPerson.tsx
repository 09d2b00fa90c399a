import { Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFoundPeople } from '../api/search';
import { Icon } from './Icon';

interface Props {
  label: string;
  value: { id: number; name: string } | null;
  onChange: (person: { id: number; name: string } | null) => void;
  error?: string | undefined;
}

/** One person, found by name, account or number. */
export function PickPerson({ label, value, onChange, error }: Props) {
  const { t } = useTranslation('kit');
  const id = useId();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useFoundPeople(asked);
  const people = (found.data?.items ?? []).filter((one) => !one.closedAt && one.kind === 'BUSINESS');
  const options = people.map((one) => ({ value: one.id, label: one.name, under: one.department?.name ?? one.login }));
  if (value && !options.some((one) => one.value === value.id)) {
    options.unshift({ value: value.id, label: value.name, under: '' });
  }
  return (
    <div className="field">
      <label className="fieldLabel" htmlFor={id}>
        {label}
      </label>
      <Select
        id={id}
        className="pickWide"
        placeholder={t('nobodyChosen')}
        value={value?.id ?? null}
        allowClear={{ clearIcon: <Icon name="close" size={12} />, label: t('clearChoice') }}
        suffixIcon={<Icon name="down" size={14} />}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={options}
        optionRender={(option) => (
          <span className="row gap8">
            {option.label} <span className="t3 s12">{option.data.under}</span>
          </span>
        )}
        notFoundContent={<span className="t2 s13">{t('noPerson')}</span>}
        onChange={(next: number | null | undefined) => {
          const chosen = options.find((one) => one.value === next);
          onChange(chosen ? { id: chosen.value, name: chosen.label } : null);
        }}
      />
      {error && <span className="fieldError">{error}</span>}
    </div>
  );
}
