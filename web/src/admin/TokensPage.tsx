import './admin.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevokeToken, useTokens, type Token } from '../api/admin';
import { useCrumbs } from '../kit/Crumbs';
import { Confirm } from '../kit/Confirm';
import { Digest } from '../kit/Digest';
import { Icon } from '../kit/Icon';
import { useListState } from '../kit/list';
import { ListBar } from '../kit/ListBar';
import { More } from '../kit/More';
import { SearchBox } from '../kit/SearchBox';
import { useSay } from '../kit/Said';
import { Denied, Failure, forbidden, Loading, State } from '../kit/States';
import { long, number, useSpan } from '../kit/time';
import { Time } from '../kit/Time';
import { VerdictMark } from '../kit/Verdict';
import { MakeToken, type Made } from './MakeToken';
import { ScopeName } from './ScopeName';
import { TOKEN_VIEWS, tokensOf, type TokenView } from './tokens';

/** The keys of machines: who holds what, until when. */
export function TokensPage() {
  const { t } = useTranslation('admin');
  const state = useListState();
  const { set } = state;
  const list = useTokens();
  const revoke = useRevokeToken();
  const say = useSay();
  const [made, setMade] = useState<Made | null>(null);
  const [ending, setEnding] = useState<Token | null>(null);
  const [now] = useState(() => Date.now());
  const all = list.data?.pages.flatMap((page) => page.items) ?? [];
  const view = TOKEN_VIEWS.find((one) => one === state.text('view')) ?? 'active';
  const q = state.text('q').toLowerCase();
  const rows = tokensOf(all, view, now).filter((row) => q === '' || [row.name, row.createdBy, row.entity.name, ...row.grants.map((grant) => grant.scope.application ?? '')].some((text) => text.toLowerCase().includes(q)));
  useCrumbs({ label: t('title') }, { label: t('tokens') });
  if (forbidden(list.error)) {
    return <Denied title={t('tokens')} error={list.error} />;
  }
  return (
    <>
      <div className="lhead">
        <div className="row between">
          <h1>{t('tokens')}</h1>
          <button type="button" className="btn pri" onClick={() => set({ add: '1' })}>
            <Icon name="plus" size={14} />
            {t('tokenAdd')}
          </button>
        </div>
        {made && <Once made={made} onClose={() => setMade(null)} />}
        <div className="tabs views" role="group" aria-label={t('tokenState')}>
          {TOKEN_VIEWS.map((one) => (
            <button key={one} type="button" className={one === view ? 'on' : ''} aria-pressed={one === view} onClick={() => set({ view: one === 'active' ? null : one })}>
              {t(`tokenView.${one}`)} {list.isSuccess && !list.hasNextPage && <span className="n">{number(tokensOf(all, one, now).length)}</span>}
            </button>
          ))}
        </div>
      </div>
      <ListBar>
        <SearchBox value={state.text('q')} placeholder={t('searchToken')} onSearch={(text) => text !== state.text('q') && set({ q: text })} />
      </ListBar>
      <section className="lmain" aria-label={t('tokens')}>
        {list.isPending && <Loading rows={6} />}
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && <State title={t(all.length === 0 ? 'noTokens' : 'noTokensHere')}>{t('noTokensWhy')}</State>}
        {rows.length > 0 && <Rows rows={rows} view={view} now={now} fresh={made?.id} onEnd={setEnding} />}
        <More shown={list.hasNextPage} busy={list.isFetchingNextPage} load={() => void list.fetchNextPage()} />
        <p className="s12 t3 pad16">{t('tokensWhy')}</p>
      </section>
      <MakeToken
        open={state.has('add')}
        onClose={() => set({ add: null })}
        onMade={(token) => {
          setMade(token);
          set({ add: null, view: null });
        }}
      />
      {ending && (
        <Confirm
          title={t('revokeTokenTitle', { name: ending.name })}
          verb={t('revokeTokenNow')}
          busy={revoke.isPending}
          error={revoke.error}
          onClose={() => setEnding(null)}
          onConfirm={() =>
            revoke.mutate(ending.id, {
              onSuccess: () => {
                say({ text: t('tokenRevoked', { name: ending.name }) });
                setEnding(null);
              },
            })
          }
        >
          {t(ending.usedAt ? 'revokeTokenWhy' : 'revokeTokenUnused', { used: long(ending.usedAt) })}
        </Confirm>
      )}
    </>
  );
}

function Once({ made, onClose }: { made: Made; onClose: () => void }) {
  const { t } = useTranslation('admin');
  return (
    <section className="once onceToken" aria-label={t('tokenOnce')}>
      <div className="grow">
        <h2 className="s14 row gap4">
          <Icon name="key" />
          {t('tokenOnce', { name: made.name })}
        </h2>
        <p className="tokv mono mt8">
          <Digest value={made.token} whole />
        </p>
        <p className="s13 t2 mt8">{t('tokenOnceWhy')}</p>
      </div>
      <button type="button" className="btn pri" onClick={onClose}>
        {t('tokenKept')}
      </button>
    </section>
  );
}

function Rows({ rows, view, now, fresh, onEnd }: { rows: Token[]; view: TokenView; now: number; fresh: number | undefined; onEnd: (token: Token) => void }) {
  const { t } = useTranslation('admin');
  const span = useSpan();
  return (
    <table className="tbl fix edge fnd">
      <colgroup>
        <col className="m-token" />
        <col />
        <col className="m-by" />
        <col className="m-used" />
        <col className="m-seen" />
        <col className="m-left" />
        <col className="m-act" />
      </colgroup>
      <thead>
        <tr>
          {['tokenName', 'tokenRoles', 'createdBy', 'usedAt', 'expiresAt', 'left'].map((column) => (
            <th scope="col" key={column}>
              {t(column)}
            </th>
          ))}
          <th>
            <span className="sr">{t('revokeToken')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const left = new Date(row.expiresAt).getTime() - now;
          const soon = view !== 'ended' && left < 14 * 86_400_000;
          return (
            <tr key={row.id}>
              <td className="cut nm">
                <span className="mono">{row.name}</span> {row.id === fresh && <span className="tag acc">{t('justMade')}</span>}
              </td>
              <td className="cut d">
                {row.grants.map((grant) => (
                  <span key={grant.id} className="grantOf">
                    {t(`kit:role.${grant.role}`)} <ScopeName scope={grant.scope} />
                  </span>
                ))}
              </td>
              <td className="t2 cut d">{row.createdBy}</td>
              <td className="t2 nw d">{row.usedAt ? <Time at={row.usedAt} /> : t('never')}</td>
              <td className="t2 nw">
                <Time at={row.expiresAt} />
              </td>
              <td className="nw">
                {row.state !== 'ACTIVE' ? (
                  <span className="t3">{t(`states.${row.state}`, row.state)}</span>
                ) : soon ? (
                  <VerdictMark verdict="WARN" word={t('leftFor', { span: span(left) })} />
                ) : (
                  <span className="t2">{t('leftFor', { span: span(left) })}</span>
                )}
              </td>
              <td className="num">
                {row.state === 'ACTIVE' && (
                  <button type="button" className="link" onClick={() => onEnd(row)} aria-label={t('revokeTokenOf', { name: row.name })}>
                    {t('revokeToken')}
                  </button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
