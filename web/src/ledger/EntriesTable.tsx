import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Entry } from '../api/ledger';
import { seconds, exact, sequence } from '../kit/time';
import { addressOf } from './subject';

interface Props {
  rows: Entry[];
  chosen: string;
  onChoose: (sequence: string) => void;
  onCommand: (command: string) => void;
}

/** The entries; a line parts what is anchored from what is newer. */
export function EntriesTable({ rows, chosen, onChoose, onCommand }: Props) {
  const { t } = useTranslation('ledger');
  const edge = rows.findIndex((row) => row.anchored);
  return (
    <table className="tbl fix edge dense fnd">
      <colgroup>
        <col className="c-seq" />
        <col className="c-time" />
        <col className="c-command" />
        <col className="c-actor" />
        <col />
        <col className="c-hash" />
        <col className="c-anchor" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('sequence')} ↓</th>
          <th scope="col">{t('time')}</th>
          <th scope="col">{t('command')}</th>
          <th scope="col">{t('actor')}</th>
          <th scope="col">{t('subject')}</th>
          <th scope="col">{t('hash')}</th>
          <th scope="col" className="num">
            {t('anchor')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => {
          const to = addressOf(row.subject);
          return (
            <tr
              key={row.sequence}
              data-row={row.sequence}
              className={`${String(row.sequence) === chosen ? 'on' : ''}${place === edge && place > 0 ? ' anch' : ''}`}
              onClick={() => onChoose(String(row.sequence))}
            >
              <td className="mono">
                <Link className="ink" to={`/ledger/${row.sequence}`} onClick={(event) => event.stopPropagation()}>
                  {sequence(row.sequence)}
                </Link>
              </td>
              <td className="t2 nw" title={exact(row.at)}>
                {seconds(row.at)}
              </td>
              <td className="cut">
                <button
                  type="button"
                  className="link quiet"
                  title={t('onlyThis')}
                  onClick={(event) => {
                    event.stopPropagation();
                    onCommand(row.command);
                  }}
                >
                  {t(`commands.${row.command}`, row.command)}
                </button>
              </td>
              <td className="t2 cut d">{row.actor}</td>
              <td className="cut d" title={row.subject}>
                {to ? (
                  <Link className="ink" to={to} onClick={(event) => event.stopPropagation()}>
                    {row.subject}
                  </Link>
                ) : (
                  row.subject
                )}
              </td>
              <td className="mono t3 d" title={row.hash}>
                {row.hash.slice(0, 8)}…
              </td>
              <td className={`num nw ${row.anchored ? 'v-pass' : 'v-stale'}`}>{t(row.anchored ? 'kit:anchor.yes' : 'kit:anchor.notYet')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
