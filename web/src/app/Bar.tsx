import { useTranslation } from 'react-i18next';
import { Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { useSignOut, type Session } from '../api/session';
import { Crumbs } from '../kit/Crumbs';
import { Icon } from '../kit/Icon';
import { initials } from '../kit/Person';
import { LanguageSwitch, ThemeSwitch } from '../kit/Switches';

/** The bar over each page: where one is, language, theme, person. */
export function Bar({ session, help }: { session: Session; help: () => void }) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <header className="bar">
      <Crumbs />
      <div className="tools">
        <LanguageSwitch />
        <ThemeSwitch />
        <button type="button" className="tool notPhone" onClick={help} aria-label={t('help.title')} title={t('help.title')}>
          <Icon name="help" />
        </button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'who', label: `${session.name} · ${session.grants.map((grant) => t(`kit:role.${grant.role}`)).join(t('comma'))}`, disabled: true },
              { key: 'password', label: t('password'), onClick: () => void navigate('/password') },
              { key: 'out', label: t('signOut'), onClick: () => signOut.mutate(undefined, { onSettled: () => void navigate('/sign-in') }) },
            ],
          }}
        >
          <button type="button" className="tool" aria-label={session.name}>
            <span className="face" title={session.name}>
              {initials(session.name)}
            </span>
          </button>
        </Dropdown>
      </div>
    </header>
  );
}
