import { useTranslation } from 'react-i18next';
import { Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { useSignOut, type Session } from '../api/session';
import { Crumbs } from '../kit/Crumbs';
import { initials } from '../kit/Person';
import { LanguageSwitch, ThemeSwitch } from '../kit/Switches';

/** The bar over each page: where one is, language, theme, person. */
export function Bar({ session }: { session: Session }) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <header className="bar">
      <Crumbs />
      <div className="tools">
        <LanguageSwitch />
        <ThemeSwitch />
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
