import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import { setLanguage, setMode, useMode } from './preferences';

/** Switches between the two languages at once; the button is written in the other one. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('kit');
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className="tool" onClick={() => setLanguage(other)} aria-label={t('language.switch')} lang={other}>
      {t('language.other')}
    </button>
  );
}

export function ThemeSwitch() {
  const { t } = useTranslation('kit');
  const mode = useMode();
  return (
    <button type="button" className="tool" onClick={() => setMode(mode === 'dark' ? 'light' : 'dark')} aria-label={t('theme')} title={t('theme')}>
      <Icon name={mode === 'dark' ? 'sun' : 'moon'} />
    </button>
  );
}
