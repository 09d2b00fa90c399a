import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

const NAMES = { move: ['J', 'K'], open: ['Enter'], preview: ['P'], search: ['/'], facets: ['['], select: ['X'], steps: ['←', '→'], all: ['?'] };

/** The keys that a page knows, at its foot. */
export function Keys({ known }: { known: (keyof typeof NAMES)[] }) {
  const { t } = useTranslation('kit');
  return (
    <div className="keys s12 t3">
      {known.map((key) => (
        <span key={key}>
          {NAMES[key].map((name) => (
            <Fragment key={name}>
              <kbd>{name}</kbd>{' '}
            </Fragment>
          ))}
          {t(`keys.${key}`)}
        </span>
      ))}
    </div>
  );
}
