import { createBrowserRouter } from 'react-router';
import { First } from './First';
import { Frame } from './Frame';
import { Crash, NoSuchPage } from './Crash';

/** Addresses; each page is loaded when it is first opened. */
export const router = createBrowserRouter([
  { path: '/sign-in', lazy: async () => ({ Component: (await import('../access/SignInPage')).SignInPage }), ErrorBoundary: Crash },
  { path: '/set-up', lazy: async () => ({ Component: (await import('../access/SetUpPage')).SetUpPage }), ErrorBoundary: Crash },
  {
    element: <Frame />,
    ErrorBoundary: Crash,
    children: [
      { index: true, element: <First /> },
      { path: 'applications', lazy: async () => ({ Component: (await import('../catalog/ApplicationsPage')).ApplicationsPage }) },
      { path: 'findings', lazy: async () => ({ Component: (await import('../findings/FindingsPage')).FindingsPage }) },
      { path: 'findings/:id', lazy: async () => ({ Component: (await import('../findings/FindingPage')).FindingPage }) },
      { path: 'gates/decisions', lazy: async () => ({ Component: (await import('../gates/DecisionsPage')).DecisionsPage }) },
      { path: 'gates/decisions/:id', lazy: async () => ({ Component: (await import('../gates/DecisionPage')).DecisionPage }) },
      { path: 'gates/policies', lazy: async () => ({ Component: (await import('../gates/PoliciesPage')).PoliciesPage }) },
      { path: 'gates/policies/:id', lazy: async () => ({ Component: (await import('../gates/PolicyPage')).PolicyPage }) },
      { path: 'ledger', lazy: async () => ({ Component: (await import('../ledger/LedgerPage')).LedgerPage }) },
      { path: 'ledger/:sequence', lazy: async () => ({ Component: (await import('../ledger/EntryPage')).EntryPage }) },
      { path: 'applications/:key', lazy: async () => ({ Component: (await import('../catalog/ApplicationPage')).ApplicationPage }) },
      { path: 'runs', lazy: async () => ({ Component: (await import('../runs/RunsPage')).RunsPage }) },
      { path: 'runs/:id', lazy: async () => ({ Component: (await import('../runs/RunPage')).RunPage }) },
      { path: 'admin/people', lazy: async () => ({ Component: (await import('../admin/PeoplePage')).PeoplePage }) },
      { path: 'admin/tokens', lazy: async () => ({ Component: (await import('../admin/TokensPage')).TokensPage }) },
      { path: 'admin/roles', lazy: async () => ({ Component: (await import('../admin/RolesPage')).RolesPage }) },
      { path: 'admin/packs', lazy: async () => ({ Component: (await import('../admin/PacksPage')).PacksPage }) },
      { path: 'password', lazy: async () => ({ Component: (await import('../access/PasswordPage')).PasswordPage }) },
      { path: '*', element: <NoSuchPage /> },
    ],
  },
]);
