import './admin.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useEverybody } from '../api/admin';
import { ROLES, type Role } from '../api/session';
import { useCrumbs } from '../kit/Crumbs';
import { Person } from '../kit/Person';

const ADMINISTRATORS: readonly Role[] = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'];

/** What each role is for, what it cannot do, and who holds it where few enough people are there to tell. */
export function RolesPage() {
  const { t } = useTranslation('admin');
  const everybody = useEverybody();
  useCrumbs({ label: t('title') }, { label: t('rolesTitle') });
  const group = (title: string, why: string, roles: readonly Role[]) => (
    <section className="mt24">
      <div className="sect-h">
        <h2>{title}</h2>
        <span className="n">{why}</span>
      </div>
      <table className="tbl fix top roleTable">
        <colgroup>
          <col className="m-role" />
          <col />
          <col />
          {everybody.data && <col className="m-holders" />}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('role')}</th>
            <th scope="col">{t('canDo')}</th>
            <th scope="col" className="d">
              {t('cannotDo')}
            </th>
            {everybody.data && (
              <th scope="col" className="d">
                {t('heldBy')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => (
            <tr key={role}>
              <td>{t(`kit:role.${role}`)}</td>
              <td>{t(`does.${role}`)}</td>
              <td className="t2 d">{t(`cannot.${role}`)}</td>
              {everybody.data && (
                <td className="d">
                  <Holders role={role} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
  return (
    <div className="page">
      <h1>{t('rolesTitle')}</h1>
      <p className="t2 s13 mt4">{t('rolesWhy')}</p>
      {group(t('administrators'), t('administratorsWhy'), ADMINISTRATORS)}
      {group(
        t('business'),
        t('businessWhy'),
        ROLES.filter((role) => !ADMINISTRATORS.includes(role)),
      )}
    </div>
  );
}

function Holders({ role }: { role: Role }) {
  const { t } = useTranslation('admin');
  const everybody = useEverybody();
  const holders = (everybody.data ?? []).filter((one) => !one.closedAt && one.grants.some((grant) => grant.role === role));
  return holders.length === 0 ? (
    <span className="t3">{t('nobody')}</span>
  ) : (
    <span className="row wrap gap12">
      {holders.map((one) => (
        <Link key={one.id} className="ink" to={`/admin/people?open=${one.id}`}>
          <Person name={one.name} />
        </Link>
      ))}
    </span>
  );
}
