import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import { MODE_CHOICES, setLanguage, setMode, useMode, useModeChoice } from './preferences';

/** Switches between the two languages at once; the button is written in the other one. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('kit');
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className="tool" onClick={() => setLanguage(other)} aria-label={`${t('language.other')} ${t('language.switch')}`} lang={other}>
      {t('language.other')}
    </button>
  );
}

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const { t } = useTranslation('kit');
  const mode = useMode();
  const choice = useModeChoice();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [choice],
        items: MODE_CHOICES.map((one) => ({ key: one, label: t(`mode.${one}`), icon: <Icon name={one === 'dark' ? 'moon' : one === 'light' ? 'sun' : 'screen'} size={14} />, onClick: () => setMode(one) })),
      }}
    >
      <button type="button" className="tool" aria-label={t('theme')} title={t('theme')}>
        <Icon name={mode === 'dark' ? 'sun' : 'moon'} />
      </button>
    </Dropdown>
  );
}
