import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, isStrange, setLanguage } from './preferences';
import { strangeTree } from './pseudo';

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
  // A run in strange words shows what did not come from the catalogues.
  const resources = isStrange() ? strangeTree(catalogues()) : catalogues();
  await i18next.use(initReactI18next).init({
    resources: resources as Record<string, Record<string, Record<string, string>>>,
    lng: firstLanguage(),
    fallbackLng: false,
    defaultNS: 'kit',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  setLanguage(firstLanguage());
}
