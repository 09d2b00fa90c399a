import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, setLanguage } from './preferences';

type Catalogue = Record<string, unknown>;

const files = import.meta.glob<Catalogue>('/src/*/texts/*.json', { eager: true, import: 'default' });

/** The catalogues of all modules: language → module → texts. */
export function catalogues(): Record<string, Record<string, Catalogue>> {
  const found: Record<string, Record<string, Catalogue>> = {};
  for (const [path, texts] of Object.entries(files)) {
    const [, module = '', language = ''] = /\/src\/(\w+)\/texts\/([\w-]+)\.json$/.exec(path) ?? [];
    (found[language] ??= {})[module] = texts;
  }
  return found;
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: catalogues() as Record<string, Record<string, Record<string, string>>>,
    lng: firstLanguage(),
    fallbackLng: false,
    defaultNS: 'kit',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  setLanguage(firstLanguage());
}
