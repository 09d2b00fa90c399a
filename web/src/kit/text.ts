import { useTranslation } from 'react-i18next';

/** A text that content carries in both languages, in the language of the page. */
export function useText(): (text: { zh: string; en: string }) => string {
  const { i18n } = useTranslation();
  return (text) => (i18n.language === 'en' ? text.en : text.zh);
}
