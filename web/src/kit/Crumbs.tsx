import { createContext, Fragment, useContext, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from './Icon';

export interface Crumb {
  label: string;
  to?: string;
}

const Trail = createContext<{ crumbs: Crumb[]; set: (crumbs: Crumb[]) => void }>({ crumbs: [], set: () => undefined });

export function CrumbsProvider({ children }: { children: ReactNode }) {
  const [crumbs, set] = useState<Crumb[]>([]);
  return <Trail.Provider value={{ crumbs, set }}>{children}</Trail.Provider>;
}

/** Where the page stands, for the frame around it. */
export function useTrail(): Crumb[] {
  return useContext(Trail).crumbs;
}

/** A page says where it stands; the last one is also the title of the window. */
export function useCrumbs(...crumbs: Crumb[]): void {
  const { set } = useContext(Trail);
  const { t } = useTranslation('kit');
  const key = JSON.stringify(crumbs);
  useEffect(() => {
    const known = JSON.parse(key) as Crumb[];
    set(known);
    document.title = `${known.at(-1)?.label ?? ''} · ${t('app:name')}`;
  }, [key, set, t]);
}

export function Crumbs() {
  const { crumbs } = useContext(Trail);
  const { t } = useTranslation('kit');
  const back = crumbs.at(-2)?.to;
  return (
    <>
      {back && (
        <Link className="tool phone" to={back} aria-label={t('back')}>
          <Icon name="left" />
        </Link>
      )}
      <nav className="crumbs" aria-label={t('trail')}>
        {crumbs.map((crumb, place) => (
          <Fragment key={crumb.label}>
            {place > 0 && <Icon name="right" size={12} />}
            {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : <span>{crumb.label}</span>}
          </Fragment>
        ))}
      </nav>
    </>
  );
}
