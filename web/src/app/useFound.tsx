import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFoundApplications, useFoundFindings, useNewestDecisions } from '../api/search';
import { useMay, useSignOut, type Session } from '../api/session';
import { LANGUAGES, MODE_CHOICES, setLanguage, setMode, useModeChoice } from '../kit/preferences';
import { SeverityMark } from '../kit/Severity';
import { short } from '../kit/time';
import { VerdictShape } from '../kit/Verdict';
import { byId, fits, type Found } from './found';
import { ADMINISTRATION, openTo, TOP } from './rail';
import { recent } from './recent';

const GROUPS: Found['group'][] = ['ids', 'recent', 'applications', 'pages', 'actions', 'decisions', 'findings'];
const SHOWN_DECISIONS = 5;

/** Everything that the palette offers for what was typed, in the order of its groups. */
export function useFound(session: Session, typed: string, asked: string, help: () => void): { found: Found[]; busy: boolean } {
  const { t, i18n } = useTranslation('app');
  const may = useMay();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const choice = useModeChoice();
  const applications = useFoundApplications(asked, may('APPLICATION_READ'));
  const findings = useFoundFindings(asked, may('FINDING_READ') && byId(asked) === null);
  const decisions = useNewestDecisions(may('GATE_READ'));
  const both = (key: string) => LANGUAGES.map((lng) => t(key, { lng })).join(' ');

  const found: Found[] = [];
  const id = byId(typed);
  if (id) {
    found.push({ key: 'id', group: 'ids', more: t('palette.goTo'), ...id });
  }
  if (typed === '') {
    recent().forEach((one) => found.push({ key: `recent ${one.to}`, group: 'recent', icon: 'clock', label: one.label, more: one.under, to: one.to }));
  }
  const leaves = [...TOP, ...openTo(session.permissions).flatMap((station) => station.leaves), ...ADMINISTRATION].filter((leaf) => session.permissions.includes(leaf.needs));
  leaves
    .filter((leaf) => typed === '' || fits(typed, both(`rail.${leaf.name}`), leaf.to))
    .forEach((leaf) => found.push({ key: leaf.to, group: 'pages', icon: 'right', label: t(`rail.${leaf.name}`), to: leaf.to }));
  applications.data?.items
    // What was found for fewer letters is shown only as far as it still fits.
    .filter((one) => typed !== '' && (asked === typed || fits(typed, one.name, one.key)))
    .forEach((one) => found.push({ key: `application ${one.key}`, group: 'applications', icon: 'applications', label: one.name, more: `${one.key} · ${one.department.name}`, to: `/applications/${one.key}` }));

  const act = (key: string, words: string, label: string, does: () => void): Found[] => (fits(typed, label, words) ? [{ key, group: 'actions', icon: 'action', label, act: does }] : []);
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  found.push(
    ...(may('PERSON_MANAGE') ? act('person', both('palette.addPerson'), t('palette.addPerson'), () => void navigate('/admin/people?add=1')) : []),
    ...(may('TOKEN_MANAGE') ? act('token', both('palette.makeToken'), t('palette.makeToken'), () => void navigate('/admin/tokens?add=1')) : []),
    ...(may('APPLICATION_MANAGE') ? act('register', both('palette.register'), t('palette.register'), () => void navigate('/applications?add=1')) : []),
    ...(may('LEDGER_READ') ? act('verify', both('palette.verify'), t('palette.verify'), () => void navigate('/ledger?verify=1')) : []),
    ...act('language', `language ${both('kit:language.switch')}`, t('kit:language.switch'), () => setLanguage(other)),
    ...MODE_CHOICES.filter((one) => one !== choice).flatMap((one) => act(`mode ${one}`, `${both('kit:theme')} ${both(`kit:mode.${one}`)}`, t('palette.mode', { mode: t(`kit:mode.${one}`) }), () => setMode(one))),
    ...act('help', both('help.title'), t('help.title'), help),
    ...act('password', both('password'), t('password'), () => void navigate('/password')),
    ...act('out', both('signOut'), t('signOut'), () => signOut.mutate(undefined, { onSettled: () => void navigate('/sign-in') })),
  );
  if (typed !== '') {
    decisions.data?.items
      .filter((one) => fits(typed, one.id, one.applicationName, one.application, one.line ?? '', one.commit))
      .slice(0, SHOWN_DECISIONS)
      .forEach((one) =>
        found.push({ key: one.id, group: 'decisions', icon: 'gate', mark: <VerdictShape verdict={one.verdict} />, label: `${one.id} ${t(`kit:stage.${one.stage}`)}`, more: `${t(`kit:verdict.${one.verdict}`)} · ${one.line ?? one.commit.slice(0, 7)} · ${short(one.decidedAt)}`, to: `/gates/decisions/${one.id}` }),
      );
    if (asked !== '') {
      findings.data?.items.filter((one) => asked === typed || fits(typed, one.title, one.rule, one.path)).forEach((one) =>
        found.push({ key: one.id, group: 'findings', icon: 'finding', mark: <SeverityMark severity={one.severity} />, label: one.title, more: one.id, to: `/findings/${one.id}` }),
      );
    }
  }
  return { found: GROUPS.flatMap((group) => found.filter((one) => one.group === group)), busy: applications.isFetching || findings.isFetching };
}
