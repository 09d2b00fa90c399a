import { Drawer, Popconfirm } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplications } from '../api/catalog';
import { useDepartments, useGrant, useMakeLink, useRevokeGrant, type Person, type ScopeRequest } from '../api/admin';
import { ROLES, useSession, type Permission, type Role } from '../api/session';
import { Digest } from '../kit/Digest';
import { Field } from '../kit/Field';
import { Pick } from '../kit/Pick';
import { Refusal } from '../kit/Refusal';
import { long } from '../kit/time';
import { ScopeName } from './ScopeName';

interface Props {
  person: Person | null;
  onClose: () => void;
}

/** A person's roles, and the single-use link. */
export function PersonDrawer({ person, onClose }: Props) {
  return (
    <Drawer open={person !== null} onClose={onClose} title={person?.name} size={480} destroyOnHidden>
      {person && <Body person={person} />}
    </Drawer>
  );
}

function Body({ person }: { person: Person }) {
  const { t } = useTranslation('admin');
  const session = useSession();
  const may = (permission: Permission) => session.data?.permissions.includes(permission) ?? false;
  const revoke = useRevokeGrant();
  const link = useMakeLink();
  return (
    <div className="narrow">
      <dl className="kv">
        <dt>{t('login')}</dt>
        <dd>{person.login}</dd>
        <dt>{t('staffNumber')}</dt>
        <dd>{person.staffNumber ?? '—'}</dd>
        <dt>{t('entity')}</dt>
        <dd>{person.entity.name}</dd>
        <dt>{t('department')}</dt>
        <dd>{person.department?.name ?? '—'}</dd>
      </dl>
      <section>
        <div className="sect-h">
          <h3>{t('roles')}</h3>
        </div>
        {person.grants.length === 0 && <p className="t2 s13 mt8">{t('noRoles')}</p>}
        <ul className="plain">
          {person.grants.map((grant) => (
            <li key={grant.id}>
              <span className="grow">
                {t(`kit:role.${grant.role}`)} <ScopeName scope={grant.scope} />
              </span>
              {may('GRANT_MANAGE') && (
                <Popconfirm
                  title={t('revokeQuestion', { name: person.name, role: t(`kit:role.${grant.role}`) })}
                  okText={t('revoke')}
                  cancelText={t('cancel')}
                  onConfirm={() => revoke.mutate({ person: person.id, grant: grant.id })}
                >
                  <button type="button" className="link">
                    {t('revoke')}
                  </button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
        <Refusal error={revoke.error} />
      </section>
      {may('GRANT_MANAGE') && <GrantForm person={person} />}
      {may('PERSON_MANAGE') && (
        <section>
          {link.data ? (
            <div className="once">
              <Digest value={link.data.link} whole />
              <p className="s12 t3 mt4">{t('linkWhy', { until: long(link.data.expiresAt) })}</p>
            </div>
          ) : (
            <button type="button" className="btn" disabled={link.isPending} onClick={() => link.mutate(person.id)}>
              {t('link')}
            </button>
          )}
          <Refusal error={link.error} />
        </section>
      )}
    </div>
  );
}

function GrantForm({ person }: { person: Person }) {
  const { t } = useTranslation('admin');
  const grant = useGrant();
  const departments = useDepartments();
  const session = useSession();
  const lists = session.data?.permissions.includes('APPLICATION_READ') ?? false;
  const applications = useApplications('', lists);
  const [role, setRole] = useState<Role>('DEVELOPER');
  const [kind, setKind] = useState<ScopeRequest['kind']>('ENTITY');
  const [place, setPlace] = useState('');
  const options =
    kind === 'DEPARTMENT'
      ? (departments.data?.items ?? []).filter((one) => one.entityId === person.entity.id).map((one) => ({ value: String(one.id), label: one.name }))
      : (applications.data?.pages.flatMap((page) => page.items) ?? []).map((one) => ({ value: one.key, label: one.name }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    grant.mutate({
      person: person.id,
      role,
      scope: {
        kind,
        entityId: kind === 'ENTITY' ? person.entity.id : undefined,
        departmentId: kind === 'DEPARTMENT' ? Number(place) : undefined,
        application: kind === 'APPLICATION' ? place : undefined,
      },
    });
  };
  return (
    <form className="grantForm" onSubmit={submit}>
      <Pick label={t('role')} value={role} onValue={(value) => setRole(value as Role)} options={ROLES.map((one) => ({ value: one, label: t(`kit:role.${one}`) }))} />
      <Pick
        label={t('scope')}
        value={kind}
        onValue={(value) => {
          setKind(value as ScopeRequest['kind']);
          setPlace('');
        }}
        options={(['ENTITY', 'DEPARTMENT', 'APPLICATION', 'PLATFORM'] as const).map((one) => ({ value: one, label: t(`scopes.${one}`) }))}
      />
      {/* Who grants rights need not see the applications. */}
      {kind === 'APPLICATION' && !lists && <Field label={t('applicationKey')} value={place} onValue={(key) => setPlace(key.toUpperCase())} required />}
      {(kind === 'DEPARTMENT' || (kind === 'APPLICATION' && lists)) && <Pick label={t(`scopes.${kind}`)} value={place} onValue={setPlace} options={[{ value: '', label: t('choose') }, ...options]} />}
      <Refusal error={grant.error} />
      <button type="submit" className="btn" disabled={grant.isPending || ((kind === 'DEPARTMENT' || kind === 'APPLICATION') && place === '')}>
        {t('grant')}
      </button>
    </form>
  );
}
