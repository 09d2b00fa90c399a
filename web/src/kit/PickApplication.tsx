import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../api/catalog';
import { useFoundApplications } from '../api/search';
import { Icon } from './Icon';

interface Props {
  value: string;
  onChange: (key: string) => void;
}

/** One application, or all: found by name or key, however many there are. */
export function PickApplication({ value, onChange }: Props) {
  const { t } = useTranslation('kit');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useFoundApplications(asked, true);
  const chosen = useApplication(value);
  const options = (found.data?.items ?? []).map((one) => ({ value: one.key, label: one.name, title: one.key }));
  if (value !== '' && typed === '' && !options.some((one) => one.value === value)) {
    options.unshift({ value, label: chosen.data?.name ?? value, title: value });
  }
  return (
    <Select
      className="pickApp"
      size="small"
      aria-label={t('application')}
      placeholder={t('everyApplication')}
      value={value === '' ? null : value}
      allowClear={{ clearIcon: <Icon name="close" size={12} />, label: t('clearChoice') }}
      suffixIcon={<Icon name="down" size={14} />}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      popupMatchSelectWidth={280}
      options={options}
      optionRender={(option) => (
        <span className="row gap8">
          <span className="cut">{option.label}</span>
          <span className="t3 s12">{option.value}</span>
        </span>
      )}
      notFoundContent={<span className="t2 s13">{t('noApplication')}</span>}
      onChange={(key: string | null | undefined) => onChange(key ?? '')}
    />
  );
}
